import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dropOnHost } from '../dropout/host';
import type { Host } from '../host';
import { gatherOnHost } from '../lookup/host';
import type { DroppedSum } from './lookup-sum';

/** What is left of the sum of rows, `[events, dim]`. */
export function lookupSumOnHost(
  host: Host,
  [first, firstIndices, second, secondIndices]: readonly TensorInfo[],
  { factor, rate, seed }: DroppedSum,
): TensorInfo[] {
  const [sum] = gatherOnHost(host, [first, firstIndices]);
  const [added] = gatherOnHost(host, [second, secondIndices]);
  const [to, from] = [sum, added].map((tensor) => host.numbers(tensor));
  for (let i = 0; i < to.length; i++) to[i] = factor * to[i] + from[i];
  host.free(added);
  if (rate === 0) return [sum];
  const result = dropOnHost(host, [sum], { rate, seed });
  host.free(sum);
  return result;
}

/** The gradients of the rows of both tables, from that of the result. */
export function lookupSumBackOnHost(
  host: Host,
  [dResult]: readonly TensorInfo[],
  { factor, rate, seed }: DroppedSum,
): TensorInfo[] {
  const [ofSecond] = dropOnHost(host, [dResult], { rate, seed });
  const ofFirst = host.make(ofSecond.shape);
  const [from, to] = [ofSecond, ofFirst].map((tensor) => host.numbers(tensor));
  for (let i = 0; i < to.length; i++) to[i] = factor * from[i];
  return [ofFirst, ofSecond];
}
