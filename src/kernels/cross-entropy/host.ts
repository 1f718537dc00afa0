import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { partOf } from '../matrix';
import { toErrors } from './errors';

/**
 * The weighted cross-entropy of a softmax, `[]`, and its gradient with respect to
 * `logits` `[events, items]`: `targets` `[events]` are item indices, `shares` `[events]` weights.
 */
export function crossEntropyForward(
  host: Host,
  [logits, targets, shares]: readonly TensorInfo[],
): TensorInfo[] {
  const [loss, gradient] = [host.make([]), host.make(logits.shape)];
  host.numbers(gradient).set(host.numbers(logits));
  const wanted = { targets, shares, from: 0, bias: null };
  host.numbers(loss)[0] = toErrors(host, partOf(gradient), wanted);
  return [loss, gradient];
}
