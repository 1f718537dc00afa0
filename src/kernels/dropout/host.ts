import type { TensorInfo } from '@tensorflow/tfjs-core';
import { randomBits } from '../counter-random';
import type { Host } from '../host';
import { drawing, type Dropped } from './dropped';

/** `x` with a share of its numbers zeroed and the others scaled up. */
export function dropOnHost(
  host: Host,
  [x]: readonly TensorInfo[],
  { rate, seed }: Dropped,
): TensorInfo[] {
  const result = host.make(x.shape);
  const [from, to] = [host.numbers(x), host.numbers(result)];
  const { threshold, kept } = drawing(rate);
  for (let i = 0; i < to.length; i++) {
    to[i] = randomBits(seed, i) < threshold ? 0 : kept * from[i];
  }
  return [result];
}

/** `x` plus what is left of `y`. */
export function addDroppedOnHost(
  host: Host,
  [x, y]: readonly TensorInfo[],
  { rate, seed }: Dropped,
): TensorInfo[] {
  const result = host.make(x.shape);
  const [base, from, to] = [x, y, result].map((tensor) => host.numbers(tensor));
  const { threshold, kept } = drawing(rate);
  for (let i = 0; i < to.length; i++) {
    to[i] = base[i] + (randomBits(seed, i) < threshold ? 0 : kept * from[i]);
  }
  return [result];
}
