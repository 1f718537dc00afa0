import * as tf from '../../../kernels/tensor';
import { gru } from '../../nn/gru';
import { glorotWeight } from '../../nn/weights';
import { recurrentModel } from './recurrent';

/** Gated recurrent units, which forget and remember by one gate. */
export const gru4Rec = recurrentModel({
  name: 'gru4rec',
  title: 'GRU next item (GRU4Rec)',
  source:
    'Hidasi et al. (2016), https://arxiv.org/abs/1511.06939; ' +
    'Hidasi & Karatzoglou (2018), https://arxiv.org/abs/1706.03847',
  numbersPerUnit: 16,
  start: (dim, random) => ({
    input: glorotWeight(dim, 3 * dim, random),
    hidden: glorotWeight(dim, 3 * dim, random),
    inputBias: tf.zeros([3 * dim]),
    hiddenBias: tf.zeros([3 * dim]),
  }),
  read: (vectors, ragged, { input, hidden, inputBias, hiddenBias }) =>
    gru(vectors, ragged, { input, hidden, inputBias, hiddenBias }),
});
