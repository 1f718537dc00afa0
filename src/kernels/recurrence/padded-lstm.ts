// TRANSITION: goes when the sequence models are ragged.
import * as tf from '@tensorflow/tfjs-core';
import { lstmForward } from './padded-host';
import { lstmBackward } from './padded-gradient';
import { defineHostKernel, differentiable } from '../kernel';

const forward = defineHostKernel('PaddedLstm', lstmForward);
const backward = defineHostKernel('PaddedLstmGradient', lstmBackward);

/**
 * The states of a long short-term memory, `[batch, time, units]`: `inputs` `[batch,
 * time, 4 units]` enter its gates, in the order i f g o, `hidden` is `[units, 4 units]`.
 * Where `isReal` `[batch, time]` is 0, state and cell are zero.
 * Hochreiter & Schmidhuber (1997), with the forget gate of Gers et al. (2000).
 */
export function paddedLstmStates(
  inputs: tf.Tensor,
  hidden: tf.Tensor,
  isReal: tf.Tensor,
): tf.Tensor {
  if (!forward.isAvailable()) return compose(inputs, hidden, isReal);
  const [units]: number[] = hidden.shape;
  return differentiable([inputs, hidden], {
    forward() {
      const [value, ...kept] = forward.run([inputs, hidden, isReal]);
      return { value, saved: [hidden, isReal, ...kept] };
    },
    backward(dStates, [weights, real, before, gates, cells, squashed]) {
      const back = [dStates, tf.transpose(weights), real, gates, cells, squashed];
      const [dInputs] = backward.run(back);
      const flat = tf.reshape(dInputs, [-1, 4 * units]);
      return [dInputs, tf.matMul(tf.reshape(before, [-1, units]), flat, true, false)];
    },
  });
}

function compose(inputs: tf.Tensor, hidden: tf.Tensor, isReal: tf.Tensor): tf.Tensor {
  const [batch]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const masks = tf.unstack(tf.expandDims(isReal, 2), 1); // time × [batch, 1]
  let state: tf.Tensor = tf.zeros([batch, units]);
  let cell: tf.Tensor = tf.zeros([batch, units]);
  const states = tf.unstack(inputs, 1).map((input, t) => {
    const [i, f, g, o] = tf.split(tf.add(input, tf.matMul(state, hidden)), 4, 1);
    const kept = tf.mul(tf.sigmoid(f), cell);
    cell = tf.mul(tf.add(kept, tf.mul(tf.sigmoid(i), tf.tanh(g))), masks[t]);
    state = tf.mul(tf.sigmoid(o), tf.tanh(cell));
    return state;
  });
  return tf.stack(states, 1);
}
