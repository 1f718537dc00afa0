import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import type { Part } from '../matrix';

/** What events of a softmax should have been, and how much each of them counts. */
export interface Wanted {
  /** int32: columns */
  readonly targets: TensorInfo;
  readonly shares: TensorInfo;
  /** The place of the first event's target and share. */
  readonly from: number;
  /** `[columns]`, to be added to every event's scores. */
  readonly bias: TensorInfo | null;
}

/** Turns whole rows of scores into their errors, in place, and gives the weighted cross-entropy. */
export function toErrors(host: Host, scores: Part, wanted: Wanted): number {
  const { targets, shares, from, bias } = wanted;
  const { rows, columns } = scores;
  if (host.native) {
    const { routines, address } = host.native;
    const [target, share] = [targets, shares].map((tensor) => address(tensor) + 4 * from);
    const start = address(scores.whole) + 4 * scores.from;
    return routines.crossEntropy(start, bias ? address(bias) : 0, rows, columns, target, share);
  }
  const [numbers, share, target] = [
    host.numbers(scores.whole),
    host.numbers(shares),
    host.integers(targets),
  ];
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const start = scores.from + row * columns;
    const scored = numbers.subarray(start, start + columns);
    if (bias) add(host.numbers(bias), scored);
    loss += share[from + row] * toError(scored, target[from + row], share[from + row]);
  }
  return loss;
}

function add(bias: Float32Array, scores: Float32Array): void {
  for (let i = 0; i < scores.length; i++) scores[i] += bias[i];
}

/** Gives the cross-entropy. */
function toError(scores: Float32Array, target: number, share: number): number {
  let highest = -Infinity;
  for (let i = 0; i < scores.length; i++) if (scores[i] > highest) highest = scores[i];
  const behind = highest - scores[target];
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i] - highest);
    sum += scores[i];
  }
  for (let i = 0; i < scores.length; i++) scores[i] *= share / sum;
  scores[target] -= share;
  return Math.log(sum) + behind;
}
