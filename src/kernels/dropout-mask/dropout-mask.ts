import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { fillMask } from './host';

/**
 * A mask to multiply by: 0 for a share `rate` of its places, `[0, 1)`, and such
 * numbers for the others that the mean is 1. The same for the same 32-bit `seed`.
 */
export function dropoutMask(shape: readonly number[], rate: number, seed: number): Tensor {
  const mask = new Float32Array(shape.reduce((product, size) => product * size, 1));
  fillMask(mask, seed, rate);
  return tensor(mask, [...shape]);
}
