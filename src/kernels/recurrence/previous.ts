import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import * as gpu from './previous/gpu';
import * as host from './previous/host';

const kernel = defineKernel('PreviousStates', { host: host.forward, gpu: gpu.forward });

/**
 * The states that each position started from, `[positions, units]`: those of the position
 * before, or zeros where a sequence begins and at the tail. `starts` is a `Ragged`'s.
 */
export function previousStates(states: Tensor, starts: Tensor): Tensor {
  return kernel([states, starts])[0];
}
