import type { TensorInfo } from '@tensorflow/tfjs-core';
import { randomBits } from '../counter-random';
import type { Host } from '../host';
import { sizeOf } from '../matrix';
import type { Native } from '../wasm/native';
import { drawing, type Dropped } from './dropped';

/** `x` with a share of its numbers zeroed and the others scaled up. */
export function dropOnHost(
  host: Host,
  [x]: readonly TensorInfo[],
  { rate, seed }: Dropped,
): TensorInfo[] {
  const result = host.make(x.shape);
  if (rate === 0) {
    host.numbers(result).set(host.numbers(x));
    return [result];
  }
  if (host.native) {
    dropNatively(host.native, [null, x, result], { rate, seed });
    return [result];
  }
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
  if (host.native) {
    dropNatively(host.native, [x, y, result], { rate, seed });
    return [result];
  }
  const [base, from, to] = [x, y, result].map((tensor) => host.numbers(tensor));
  const { threshold, kept } = drawing(rate);
  for (let i = 0; i < to.length; i++) {
    to[i] = base[i] + (randomBits(seed, i) < threshold ? 0 : kept * from[i]);
  }
  return [result];
}

function dropNatively(
  { routines, address }: Native,
  [base, x, result]: readonly [TensorInfo | null, TensorInfo, TensorInfo],
  { rate, seed }: Dropped,
): void {
  const { threshold, kept } = drawing(rate);
  const start = base ? address(base) : 0;
  const count = sizeOf(x.shape);
  routines.drop(address(result), start, address(x), count, threshold, kept, seed);
}
