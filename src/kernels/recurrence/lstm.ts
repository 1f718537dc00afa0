import * as tf from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import type { Ragged } from '../ragged';
import { hiddenGradient } from './hidden-gradient';
import * as gpu from './lstm/gpu';
import * as host from './lstm/host';
import { longestFirst } from './schedule';
import { inFours } from './units';

const forward = defineKernel('Lstm', { host: host.forward, gpu: gpu.forward });
const backward = defineKernel('LstmGradient', { host: host.backward, gpu: gpu.backward });

/**
 * The states of a long short-term memory after each position, `[positions, units]`:
 * `inputs` `[positions, 4 units]` enter its gates, in the order i f g o, `hidden` is
 * `[units, 4 units]`. Each sequence begins with state and cell at zero; the tail is zero.
 * Hochreiter & Schmidhuber (1997), with the forget gate of Gers et al. (2000).
 */
export function lstmStates(inputs: tf.Tensor, hidden: tf.Tensor, ragged: Ragged): tf.Tensor {
  const { spans, active } = longestFirst(ragged);
  return inFours([inputs, hidden], 4, (gateInputs, weights) =>
    differentiable([gateInputs, weights], {
      forward() {
        const places = tf.tensor2d(spans, [spans.length / 2, 2], 'int32');
        const [value, gates, cells] = forward([gateInputs, weights, places], active);
        return { value, saved: [weights, places, gates, cells, value, ragged.starts] };
      },
      backward(dStates, [matrix, places, gates, cells, states, starts]) {
        const [dInputs] = backward([dStates, matrix, places, gates, cells], active);
        return [dInputs, hiddenGradient({ states, starts, dSent: dInputs })];
      },
    }),
  );
}
