import * as tf from '../../../kernels/tensor';
import { sequenceBatches, type SequenceBatch } from '../../data/batches';
import { drop } from '../../nn/dropout';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { lstm } from '../../nn/lstm';
import {
  lastState,
  nextItemLoss,
  readHistories,
  toSequences,
  type Sequences,
} from '../../nn/sequence';
import { glorotWeight, normalWeight } from '../../nn/weights';
import { defineModel } from '../model';
import {
  countSequenceBatches,
  samplingFor,
  sequenceFields,
  sequenceMemory,
} from './sequence-fields';

/** Reads a history item by item, and guesses the next one from what it remembers. */
export const lstm4Rec = defineModel({
  name: 'lstm4rec',
  title: 'LSTM next item (LSTM4Rec)',
  family: 'sequence',
  source: 'Hidasi et al. (2016), https://arxiv.org/abs/1511.06939, with an LSTM and full softmax',
  needs: ['timestamps'],
  fineTunes: 'onRequest',
  fields: sequenceFields({ dropout: 0.2, batchSize: 64, learningRate: 0.003 }),

  memory: (train, config) => sequenceMemory(train, config, 18 * config.dim),

  fit(train, config, context) {
    const { dim, epochs, batchSize, learningRate, dropout, length } = config;
    const sampling = samplingFor(train, config);
    return descend({
      ...context,
      start: (random) => ({
        items: normalWeight([train.items.size, dim], 0.02, random),
        bias: tf.zeros([train.items.size]),
        input: glorotWeight(dim, 4 * dim, random),
        hidden: glorotWeight(dim, 4 * dim, random),
        gateBias: openForgetGate(dim),
      }),
      epochs,
      learningRate,
      batchesPerEpoch: countSequenceBatches(train, { length, batchSize }),
      batches: (random) => sequenceBatches(train, { batchSize, length }, random),
      loss(weights, batch: SequenceBatch, random) {
        const sequences = toSequences(batch);
        const vectors = drop(tf.lookup(weights.items, sequences.items), { rate: dropout, random });
        const states = read(vectors, sequences, weights);
        return nextItemLoss(
          drop(states, { rate: dropout, random }),
          weights,
          batch,
          sampling(random),
        );
      },
    });
  },

  foldIn(weights, queries, { length }) {
    const sequences = readHistories(queries, length);
    const states = read(tf.lookup(weights.items, sequences.items), sequences, weights);
    return awayFromDisliked(lastState(states, sequences), queries, weights.items);
  },

  factors: ({ items, bias }) => ({ items, bias }),
});

interface Gates {
  readonly input: tf.Tensor;
  readonly hidden: tf.Tensor;
  readonly gateBias: tf.Tensor;
}

function read(vectors: tf.Tensor, { ragged }: Sequences, { input, hidden, gateBias }: Gates) {
  return lstm(vectors, ragged, { input, hidden, bias: gateBias });
}

/** Zeros, but ones for the forget gate: it should remember until it learns to forget. */
function openForgetGate(dim: number): tf.Tensor {
  const bias = Float32Array.from({ length: 4 * dim }, (_zero, i) =>
    Number(i >= dim && i < 2 * dim),
  );
  return tf.tensor1d(bias);
}
