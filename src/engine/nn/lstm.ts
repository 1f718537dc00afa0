import { paddedLstmStates } from '../../kernels/recurrence/padded-lstm';
import type * as tf from '../../kernels/tensor';
import { project } from './layers';

/** `input` `[in, 4 units]`, `hidden` `[units, 4 units]`, `bias` `[4 units]`; gates in the order i f g o. */
export interface LstmWeights {
  readonly input: tf.Tensor;
  readonly hidden: tf.Tensor;
  readonly bias: tf.Tensor;
}

/**
 * A long short-term memory over a sequence that is padded on the left: `x`
 * `[batch, time, in]`, `isReal` `[batch, time]` of 0 and 1; returns the hidden state
 * after each position, `[batch, time, units]`. Padding leaves the state at zero.
 */
export function lstm(x: tf.Tensor, isReal: tf.Tensor, weights: LstmWeights): tf.Tensor {
  return paddedLstmStates(project(x, weights.input, weights.bias), weights.hidden, isReal);
}
