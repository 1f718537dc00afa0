import * as tf from '../../../kernels/tensor';
import { lstm } from '../../nn/lstm';
import { glorotWeight } from '../../nn/weights';
import { recurrentModel } from './recurrent';

/** The network of GRU4Rec with long short-term memory, and cross-entropy over the whole catalogue. */
export const lstm4Rec = recurrentModel({
  name: 'lstm4rec',
  title: 'LSTM next item (LSTM4Rec)',
  source: 'Hidasi et al. (2016), https://arxiv.org/abs/1511.06939, with an LSTM and full softmax',
  numbersPerUnit: 18,
  start: (dim, random) => ({
    input: glorotWeight(dim, 4 * dim, random),
    hidden: glorotWeight(dim, 4 * dim, random),
    gateBias: openForgetGate(dim),
  }),
  read: (vectors, ragged, { input, hidden, gateBias }) =>
    lstm(vectors, ragged, { input, hidden, bias: gateBias }),
});

/** Zeros, but ones for the forget gate: it should remember until it learns to forget. */
function openForgetGate(dim: number): tf.Tensor {
  const bias = Float32Array.from({ length: 4 * dim }, (_zero, i) =>
    Number(i >= dim && i < 2 * dim),
  );
  return tf.tensor1d(bias);
}
