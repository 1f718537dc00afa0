import * as tf from '../../../kernels/tensor';
import type { SequenceBatch } from '../../data/batches';
import type { Query } from '../../data/dataset';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { compareNextItem } from '../../nn/next-item';
import { lastState, toSequences, type Sequences } from '../../nn/sequence';
import type { Weights } from '../../nn/weights';
import { defineModel } from '../model';
import { coverNewest, maskSome } from './masking';
import { epochsOf, sequenceFields, sequenceMemory } from './sequence-fields';
import {
  attentionTo,
  checkHeads,
  createTransformer,
  encode,
  transformerFields,
  transformerNumbers,
  type Shape,
} from './transformer';

/**
 * Guesses items that are masked from those on both sides of them; what comes next is masked
 * behind the newest. It learns slowly: each pass guesses only some of the items. Unlike the
 * paper, the norm comes before each part, and the dense parts have ReLU and are no wider than the
 * embeddings; states meet the items without a projection between.
 */
export const bert4Rec = defineModel({
  name: 'bert4rec',
  title: 'Masked items (BERT4Rec)',
  family: 'sequence',
  source:
    'Sun et al. (2019), https://arxiv.org/abs/1904.06690; ' +
    'Petrov & Macdonald (2022), https://arxiv.org/abs/2207.07483',
  needs: ['timestamps'],
  fields: {
    ...sequenceFields({ dropout: 0.2, batchSize: 64, learningRate: 0.001 }),
    ...transformerFields,
    masked: {
      default: 0.2,
      min: 0.01,
      max: 0.9,
      label: 'Masked',
      help: 'Share of the items that are masked, and guessed.',
    },
  },

  memory: (train, config) => sequenceMemory(train, config, transformerNumbers(config)),

  fit(train, config, context) {
    const { dropout, masked } = config;
    checkHeads(config);
    const lossOf = compareNextItem(train, config);
    return descend({
      ...context,
      start: (random): Weights => ({
        ...createTransformer(train.items.size + 1, config, random),
        bias: tf.zeros([train.items.size]),
      }),
      ...epochsOf(train, { ...config, length: config.length - 1 }), // what comes after is read as well
      loss(weights: Weights, batch: SequenceBatch, random) {
        const { shown, places, hidden } = maskSome(batch, train.items.size, masked, random);
        const states = encode(weights, toSequences(shown), shapeOf(config), {
          rate: dropout,
          random,
        });
        return lossOf(tf.lookup(states, places), catalogueOf(weights), hidden, random);
      },
    });
  },

  foldIn(weights: Weights, queries, config) {
    const sequences = coverHistories(weights, queries, config);
    const states = encode(weights, sequences, shapeOf(config), null);
    const { items } = catalogueOf(weights);
    return awayFromDisliked(lastState(states, sequences), queries, items);
  },

  factors: catalogueOf,

  attend(weights: Weights, stranger, _item, config) {
    const sequences = coverHistories(weights, [stranger], config);
    const readBeside = { ...shapeOf(config), length: config.length - 1 }; // the mask takes a place
    return attentionTo(stranger, weights, sequences, readBeside);
  },
});

/** The newest items of each query with a mask behind them. */
function coverHistories(
  { items }: Weights,
  queries: readonly Query[],
  { length }: Pick<Shape, 'length'>,
): Sequences {
  const [rows]: number[] = items.shape;
  return toSequences(coverNewest(queries, length, rows - 1));
}

function shapeOf(config: Omit<Shape, 'causal'>): Shape {
  return { ...config, causal: false };
}

/** All but the last row, which stands for what is masked. */
function catalogueOf({ items, bias }: Weights) {
  const [rows, dim]: number[] = items.shape;
  return { items: tf.slice(items, [0, 0], [rows - 1, dim]), bias };
}
