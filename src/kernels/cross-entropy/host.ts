import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/** The smallest probability whose logarithm is still used. */
const tiny = 1e-37;

/**
 * The weighted cross-entropy of a softmax, `[]`, and its gradient with respect to
 * `logits` `[events, items]`: `targets` `[events]` are item indices, `shares` `[events]` weights.
 */
export function crossEntropyForward(
  host: Host,
  [logits, targets, shares]: readonly TensorInfo[],
): TensorInfo[] {
  const [loss, gradient] = [host.make([]), host.softmax(logits)];
  const [error, share] = [host.numbers(gradient), host.numbers(shares)];
  const items = logits.shape[1];
  let sum = 0;
  host.integers(targets).forEach((target, event) => {
    const from = event * items;
    const weight = share[event];
    sum -= weight * Math.log(Math.max(error[from + target], tiny));
    error[from + target] -= 1;
    for (let i = from; i < from + items; i++) error[i] *= weight;
  });
  host.numbers(loss)[0] = sum;
  return [loss, gradient];
}
