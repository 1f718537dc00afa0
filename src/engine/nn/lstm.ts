import { lstmStates } from '../../kernels/recurrence/lstm';
import type { Ragged } from '../../kernels/ragged';
import type * as tf from '../../kernels/tensor';
import { dense } from './layers';

/** `input` `[in, 4 units]`, `hidden` `[units, 4 units]`, `bias` `[4 units]`; gates in the order i f g o. */
export interface LstmWeights {
  readonly input: tf.Tensor;
  readonly hidden: tf.Tensor;
  readonly bias: tf.Tensor;
}

/**
 * A long short-term memory over each sequence: `x` `[positions, in]`; returns the hidden
 * state after each position, `[positions, units]`, zero at the tail.
 */
export function lstm(x: tf.Tensor, ragged: Ragged, weights: LstmWeights): tf.Tensor {
  return lstmStates(dense(x, weights.input, weights.bias), weights.hidden, ragged);
}
