import * as tf from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import type { Ragged } from '../ragged';
import * as gpu from './gru/gpu';
import * as host from './gru/host';
import { hiddenGradients } from './hidden-gradient';
import { longestFirst } from './schedule';
import { inFours } from './units';

const forward = defineKernel('Gru', { host: host.forward, gpu: gpu.forward });
const backward = defineKernel('GruGradient', { host: host.backward, gpu: gpu.backward });

/**
 * The states of gated recurrent units after each position, `[positions, units]`:
 * `inputs` `[positions, 3 units]` enter the gates in the order r z n, and so does what
 * the state before sends by `hidden` `[units, 3 units]` and `hiddenBias` `[3 units]`,
 * of which gate r lets a part through to n. Each sequence begins with a state of zero;
 * the tail is zero. Cho et al. (2014), with the reset gate after the product, as cuDNN and
 * PyTorch have it.
 */
export function gruStates(
  inputs: tf.Tensor,
  hidden: tf.Tensor,
  hiddenBias: tf.Tensor,
  ragged: Ragged,
): tf.Tensor {
  const { spans, active } = longestFirst(ragged);
  return inFours([inputs, hidden, hiddenBias], 3, (...padded) =>
    differentiable(padded, {
      forward() {
        const places = tf.tensor2d(spans, [spans.length / 2, 2], 'int32');
        const [value, gates] = forward([...padded, places], active);
        return { value, saved: [padded[1], places, gates, value, ragged.starts] };
      },
      backward(dStates, [matrix, places, gates, states, starts]) {
        const [dInputs, dSent] = backward([dStates, matrix, places, gates, states], active);
        return [dInputs, ...hiddenGradients({ states, starts, dSent })];
      },
    }),
  );
}
