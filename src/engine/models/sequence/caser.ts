import * as tf from '../../../kernels/tensor';
import type { SequenceBatch } from '../../data/batches';
import { convolve, startConvolutions, type Windows } from '../../nn/convolution';
import { drop, type Dropout } from '../../nn/dropout';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { dense } from '../../nn/layers';
import { compareNextItem } from '../../nn/next-item';
import { lastState, readHistories, toSequences, type Sequences } from '../../nn/sequence';
import { glorotWeight, normalWeight, type Weights } from '../../nn/weights';
import { whole } from '../fields';
import { defineModel } from '../model';
import { epochsOf, sequenceFields, sequenceMemory } from './sequence-fields';

/**
 * Looks at the newest few items as at an image: filters over several items in a row, and filters
 * over each number of all of them. Unlike the paper, it knows no vectors of users, so that
 * strangers are read as well as anyone, and learns by cross-entropy over the whole catalogue
 * what comes right after each item.
 */
export const caser = defineModel({
  name: 'caser',
  title: 'Convolutional (Caser)',
  family: 'sequence',
  source: 'Tang & Wang (2018), https://arxiv.org/abs/1809.07426',
  needs: ['timestamps'],
  fields: {
    ...sequenceFields({ dropout: 0.3, batchSize: 64, learningRate: 0.001 }),
    window: whole('Window', 'How many of the newest items the filters look at.', 5, 1, 20),
    horizontal: whole(
      'Horizontal filters',
      'Of each height: they look at items in a row.',
      16,
      1,
      64,
    ),
    vertical: whole('Vertical filters', 'They weigh all items that are looked at.', 4, 1, 64),
  },

  memory: (train, config) => sequenceMemory(train, config, config.dim * (8 + 6 * config.window)),

  fit(train, config, context) {
    const { dim, dropout } = config;
    const lossOf = compareNextItem(train, config);
    return descend({
      ...context,
      start: (random) => ({
        items: normalWeight([train.items.size, dim], 0.02, random),
        output: normalWeight([train.items.size, dim], 0.02, random),
        bias: tf.zeros([train.items.size]),
        ...startConvolutions(config, random),
        inner: glorotWeight(wide(config), dim, random),
        innerBias: tf.zeros([dim]),
      }),
      ...epochsOf(train, config),
      loss(weights: Weights, batch: SequenceBatch, random) {
        const states = look(weights, toSequences(batch), config, { rate: dropout, random });
        return lossOf(states, catalogueOf(weights), batch, random);
      },
    });
  },

  foldIn(weights: Weights, queries, config) {
    const sequences = readHistories(queries, { length: config.window });
    const states = look(weights, sequences, config, null);
    return awayFromDisliked(lastState(states, sequences), queries, weights.output);
  },

  factors: catalogueOf,
});

function catalogueOf({ output, bias }: Weights) {
  return { items: output, bias };
}

/** Numbers that the filters give. */
function wide({ dim, window, horizontal, vertical }: Windows & { readonly dim: number }): number {
  return dim * vertical + window * horizontal;
}

/** What is seen from each position: `[positions, dim]` */
function look(
  weights: Weights,
  sequences: Sequences,
  windows: Windows,
  dropout: Dropout | null,
): tf.Tensor {
  const seen = convolve(weights, sequences, windows);
  return dense(drop(seen, dropout), weights.inner, weights.innerBias, 'relu');
}
