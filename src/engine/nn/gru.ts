import type { Ragged } from '../../kernels/ragged';
import { gruStates } from '../../kernels/recurrence/gru';
import type * as tf from '../../kernels/tensor';
import { dense } from './layers';

/** `input` `[in, 3 units]`, `hidden` `[units, 3 units]`, biases `[3 units]`; gates in the order r z n. */
export interface GruWeights {
  readonly input: tf.Tensor;
  readonly hidden: tf.Tensor;
  readonly inputBias: tf.Tensor;
  readonly hiddenBias: tf.Tensor;
}

/**
 * Gated recurrent units over each sequence: `x` `[positions, in]`; returns the hidden
 * state after each position, `[positions, units]`, zero at the tail.
 */
export function gru(x: tf.Tensor, ragged: Ragged, weights: GruWeights): tf.Tensor {
  const entered = dense(x, weights.input, weights.inputBias);
  return gruStates(entered, weights.hidden, weights.hiddenBias, ragged);
}
