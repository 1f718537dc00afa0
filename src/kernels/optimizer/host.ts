import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { inGroups } from '../lists';
import { rowOf, sumRows } from '../segments';
import * as native from './native';
import type { RuleNumbers } from './rule';

/** Steps weights against their gradients, in place: the gradient, weight and moments of each. */
export function denseOnHost(
  host: Host,
  inputs: readonly TensorInfo[],
  rule: RuleNumbers,
): TensorInfo[] {
  for (const tensors of inGroups(inputs, 3)) {
    if (host.native) {
      native.stepDense(host.native, tensors, rule);
      continue;
    }
    const [gradient, weights, moments] = tensors.map((tensor) => host.numbers(tensor));
    step({ weights, moments }, { start: 0, gradient }, rule);
  }
  return [];
}

/** Steps the rows of `weight` `[rows, …]` that `segments` name, in place. */
export function rowsOnHost(
  host: Host,
  inputs: readonly TensorInfo[],
  rule: RuleNumbers & { readonly count: number },
): TensorInfo[] {
  if (host.native) {
    native.stepRows(host.native, inputs, rule);
    return [];
  }
  const [gradients, segments, weight, moments] = inputs;
  const learned = { weights: host.numbers(weight), moments: host.numbers(moments) };
  const [from, packed] = [host.numbers(gradients), host.integers(segments)];
  const gradient = new Float32Array(learned.weights.length / weight.shape[0]);
  for (let segment = 0; segment < rule.count; segment++) {
    sumRows(from, packed, segment, gradient);
    step(learned, { start: rowOf(packed, segment) * gradient.length, gradient }, rule);
  }
  return [];
}

/** Numbers in place, each moment as long as the weights. */
interface Numbers {
  readonly weights: Float32Array;
  readonly moments: Float32Array;
}

/** Steps the weights from `start` on, as many as the gradient has. */
export function step(
  { weights, moments }: Numbers,
  { start, gradient }: { readonly start: number; readonly gradient: Float32Array },
  rule: RuleNumbers,
): void {
  const { rate, decay, beta1, beta2, epsilon } = rule;
  const second = start + weights.length;
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i];
    let change = rate * g;
    if (rule.moments === 2) {
      const mean = beta1 * moments[start + i] + (1 - beta1) * g;
      const square = beta2 * moments[second + i] + (1 - beta2) * g * g;
      moments[start + i] = mean;
      moments[second + i] = square;
      change = (rate * mean) / (Math.sqrt(square) + epsilon);
    } else if (rule.moments === 1) {
      const sum = moments[start + i] + g * g;
      moments[start + i] = sum;
      change /= Math.sqrt(sum) + epsilon;
    }
    weights[start + i] -= decay * weights[start + i] + change;
  }
}
