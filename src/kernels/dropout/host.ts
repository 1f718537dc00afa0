import type { TensorInfo } from '@tensorflow/tfjs-core';
import { randomBits } from '../counter-random';
import type { Host } from '../host';
import { sizeOf } from '../matrix';
import type { Native } from '../wasm/native';
import { drawing, type Dropped, type DroppedSum } from './dropped';

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

/** What is left of `factor x + y`. */
export function dropSumOnHost(
  host: Host,
  [x, y]: readonly TensorInfo[],
  { factor, rate, seed }: DroppedSum,
): TensorInfo[] {
  const sum = host.make(x.shape);
  const [scaled, added, to] = [x, y, sum].map((tensor) => host.numbers(tensor));
  for (let i = 0; i < to.length; i++) to[i] = factor * scaled[i] + added[i];
  if (rate === 0) return [sum];
  const result = dropOnHost(host, [sum], { rate, seed });
  host.free(sum);
  return result;
}

/** The gradients of x and y. */
export function dropSumBackOnHost(
  host: Host,
  [dResult]: readonly TensorInfo[],
  { factor, rate, seed }: DroppedSum,
): TensorInfo[] {
  const [dY] = dropOnHost(host, [dResult], { rate, seed });
  const dX = host.make(dY.shape);
  const [from, to] = [dY, dX].map((tensor) => host.numbers(tensor));
  for (let i = 0; i < to.length; i++) to[i] = factor * from[i];
  return [dX, dY];
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
