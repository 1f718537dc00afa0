import * as tf from '../../../kernels/tensor';
import type { SequenceBatch } from '../../data/batches';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { compareNextItem } from '../../nn/next-item';
import { lastState, readHistories, toSequences } from '../../nn/sequence';
import type { Weights } from '../../nn/weights';
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
 * Weighs each item of a history by what it says about the next. Unlike the paper,
 * it learns by cross-entropy over the whole catalogue, with the norm before each
 * part, and the items have a bias.
 */
export const sasRec = defineModel({
  name: 'sasrec',
  title: 'Self-attention (SASRec)',
  family: 'sequence',
  source:
    'Kang & McAuley (2018), https://arxiv.org/abs/1808.09781; ' +
    'Klenitskiy & Vasilev (2023), https://arxiv.org/abs/2309.07602',
  needs: ['timestamps'],
  fineTunes: 'onRequest',
  fields: {
    ...sequenceFields({ dropout: 0.3, batchSize: 64, learningRate: 0.002 }),
    ...transformerFields,
  },

  memory: (train, config) => sequenceMemory(train, config, transformerNumbers(config)),

  fit(train, config, context) {
    const { dropout } = config;
    checkHeads(config);
    const lossOf = compareNextItem(train, config);
    return descend({
      ...context,
      start: (random): Weights => ({
        ...createTransformer(train.items.size, config, random),
        bias: tf.zeros([train.items.size]),
      }),
      ...epochsOf(train, config),
      loss(weights, batch: SequenceBatch, random) {
        const sequences = toSequences(batch);
        const states = encode(weights, sequences, forward(config), { rate: dropout, random });
        return lossOf(states, { items: weights.items, bias: weights.bias }, batch, random);
      },
    });
  },

  foldIn(weights: Weights, queries, config) {
    const sequences = readHistories(queries, config);
    const states = encode(weights, sequences, forward(config), null);
    return awayFromDisliked(lastState(states, sequences), queries, weights.items);
  },

  factors: ({ items, bias }) => ({ items, bias }),

  /** Of the last block, as a mean over its heads. */
  attend(weights: Weights, stranger, _item, config) {
    return attentionTo(stranger, weights, readHistories([stranger], config), forward(config));
  },
});
