import * as tf from '../../kernels/tensor';
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
 * Hochreiter & Schmidhuber (1997), with the forget gate of Gers et al. (2000).
 */
export function lstm(x: tf.Tensor, isReal: tf.Tensor, weights: LstmWeights): tf.Tensor {
  const [batch, ,]: number[] = x.shape;
  const [units]: number[] = weights.hidden.shape;
  const inputs = tf.unstack(project(x, weights.input, weights.bias), 1); // time × [batch, 4 units]
  const masks = tf.unstack(tf.expandDims(isReal, 2), 1); // time × [batch, 1]

  let hidden: tf.Tensor = tf.zeros([batch, units]);
  let cell: tf.Tensor = tf.zeros([batch, units]);
  const states = inputs.map((input, t) => {
    const gates = tf.add(input, tf.matMul(hidden, weights.hidden));
    const [i, f, g, o] = tf.split(gates, 4, 1);
    const kept = tf.mul(tf.sigmoid(f), cell);
    cell = tf.mul(tf.add(kept, tf.mul(tf.sigmoid(i), tf.tanh(g))), masks[t]);
    hidden = tf.mul(tf.sigmoid(o), tf.tanh(cell));
    return hidden;
  });
  return tf.stack(states, 1);
}
