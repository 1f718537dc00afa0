import type { TensorInfo } from '@tensorflow/tfjs-core';
import { sizeOf } from '../matrix';
import { groupedAt } from '../segments';
import type { Native } from '../wasm/native';
import type { RuleArguments } from '../wasm/routines';
import type { RuleNumbers } from './rule';

/** Steps `weight` against `gradient`, in place. */
export function stepDense(
  { routines, address }: Native,
  [gradient, weight, moments]: readonly TensorInfo[],
  rule: RuleNumbers,
): void {
  const [size, first] = [sizeOf(weight.shape), address(moments)];
  const numbers = argumentsOf(rule);
  routines.step(address(weight), first, first + 4 * size, address(gradient), size, ...numbers);
}

/** Steps the rows of `weight` that `segments` name, in place. */
export function stepRows(
  { routines, address, scratch }: Native,
  [gradients, segments, weight, moments]: readonly TensorInfo[],
  { count, ...rule }: RuleNumbers & { readonly count: number },
): void {
  const size = sizeOf(weight.shape);
  routines.stepRows(
    address(weight),
    address(moments),
    4 * size,
    size / weight.shape[0],
    address(gradients),
    ...groupedAt(address(segments), segments.shape[0], count),
    scratch,
    ...argumentsOf(rule),
  );
}

export function argumentsOf(rule: RuleNumbers): RuleArguments {
  return [rule.moments, rule.rate, rule.decay, rule.beta1, rule.beta2, rule.epsilon];
}
