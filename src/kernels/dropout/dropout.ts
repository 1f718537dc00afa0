import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import type { Dropped } from './dropped';
import { addDroppedOnGpu, dropOnGpu } from './gpu';
import { addDroppedOnHost, dropOnHost } from './host';

const drop = defineKernel('Dropout', { host: dropOnHost, gpu: dropOnGpu });
const add = defineKernel('AddDropped', { host: addDroppedOnHost, gpu: addDroppedOnGpu });

/**
 * Zeroes a random share of `x`, of any shape, and scales up the rest. No mask is kept: the
 * way back draws the same. Srivastava et al. (2014), https://jmlr.org/papers/v15/srivastava14a.html
 */
export function dropout(x: Tensor, dropped: Dropped): Tensor {
  return differentiable([x], {
    forward: () => ({ value: drop([x], dropped)[0], saved: [] }),
    backward: (dy) => drop([dy], dropped),
  });
}

/** `x + dropout(y)` for two tensors of one shape. */
export function addDropped(x: Tensor, y: Tensor, dropped: Dropped): Tensor {
  return differentiable([x, y], {
    forward: () => ({ value: add([x, y], dropped)[0], saved: [] }),
    backward: (dy) => [dy, ...drop([dy], dropped)],
  });
}
