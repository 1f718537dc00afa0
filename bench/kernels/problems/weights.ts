import type { HostTensor } from '../../../src/engine/nn/weights';
import type { Random } from '../../../src/kernels/random';

/** Normal numbers around 0, on the host. */
export function normals(shape: readonly number[], deviation: number, random: Random): HostTensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Float32Array.from({ length: size }, () => deviation * random.normal());
  return { shape, values };
}

/** One number throughout, on the host. */
export function constant(shape: readonly number[], value: number): HostTensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, values: new Float32Array(size).fill(value) };
}

/**
 * Bytes that a dense step of Adam moves for so many weights: it reads the gradient,
 * and reads and writes the weight and its two moments.
 */
export const adamBytes = (weights: number): number => 4 * 7 * weights;
