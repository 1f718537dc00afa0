import * as tf from '../../../kernels/tensor';
import type { SequenceBatch } from '../../data/batches';
import { attendToFeatures } from '../../nn/feature-attention';
import { distinctInRoom } from '../../nn/feature-rows';
import { descend, serving } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { compareNextItem } from '../../nn/next-item';
import { lastState, readHistories, toSequences, type Sequences } from '../../nn/sequence';
import type { Weights } from '../../nn/weights';
import { describedItems, everyRow, knowledgeOf, startValues } from '../content/knowledge';
import { defineModel } from '../model';
import { epochsOf, sequenceFields, sequenceMemory } from './sequence-fields';
import {
  attentionTo,
  checkHeads,
  createTransformer,
  encode,
  forward,
  transformerFields,
  transformerNumbers,
} from './transformer';

/**
 * Sees features in what was chosen: each item of a history divides its attention among the
 * features that items have, and carries what it finds there into self-attention, which weighs
 * one item beside the other. The vector of an item is its own plus those of its features.
 */
export const featureAttention = defineModel({
  name: 'feature-attention',
  title: 'Feature attention',
  family: 'sequence',
  source:
    'Zhang et al. (2019), https://doi.org/10.24963/ijcai.2019/600; ' +
    'Luong et al. (2015), https://arxiv.org/abs/1508.04025',
  needs: ['timestamps', 'itemFeatures'],
  newItems: 'features',
  fields: {
    ...sequenceFields({ dropout: 0.3, batchSize: 64, learningRate: 0.002 }),
    ...transformerFields,
  },

  memory: (train, config) => sequenceMemory(train, config, transformerNumbers(config)),

  fit(train, config, context) {
    const { dim, dropout } = config;
    checkHeads(config);
    const lossOf = compareNextItem(train, config);
    const knowledge = knowledgeOf(train);
    const every = everyRow(train.items.size);
    const fit = descend({
      ...context,
      start(random): Weights {
        const { items, ...blocks } = createTransformer(train.items.size + 1, config, random);
        const values = startValues(knowledge, dim, random, ['items']);
        return { 'items.own': items, ...values, ...blocks, bias: tf.zeros([train.items.size]) };
      },
      ...epochsOf(train, config),
      loss(weights, batch: SequenceBatch, random) {
        const items = describedItems(weights, knowledge, every);
        const read = seeFeatures({ ...weights, items }, toSequences(batch));
        const states = encode(...read, forward(config), { rate: dropout, random });
        return lossOf(states, { items, bias: weights.bias }, batch, random);
      },
    });
    return serving(fit, (weights) => ({ items: describedItems(weights, knowledge, every) }));
  },

  foldIn(weights: Weights, queries, config) {
    const sequences = readHistories(queries, config);
    const states = encode(...seeFeatures(weights, sequences), forward(config), null);
    return awayFromDisliked(lastState(states, sequences), queries, weights.items);
  },

  factors: ({ items, bias }) => ({ items, bias }),

  /** Of the last block, as a mean over its heads. */
  attend(weights: Weights, stranger, _item, config) {
    const sequences = readHistories([stranger], config);
    return attentionTo(stranger, ...seeFeatures(weights, sequences), forward(config));
  },
});

/** Weights and sequences in which items that are read have with them what they see in features. */
function seeFeatures(weights: Weights, sequences: Sequences): readonly [Weights, Sequences] {
  const { rows, places } = distinctInRoom(sequences.items);
  const own = tf.lookup(weights.items, rows);
  const features: tf.Tensor | undefined = weights['values.items'];
  const items = features ? tf.add(own, attendToFeatures(own, features)) : own;
  return [
    { ...weights, items },
    { ...sequences, items: places },
  ];
}
