import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import denseShader from './dense.wgsl?raw';
import rowsShader from './rows.wgsl?raw';
import ruleShader from './rule.wgsl?raw';
import type { RuleNumbers } from './rule';

/** The uniforms of a rule, in their order. */
function ruleFloats({ rate, decay, beta1, beta2, epsilon }: RuleNumbers): number[] {
  return [rate, decay, beta1, beta2, epsilon];
}

/** Steps `weight` against `gradient`, in place. */
export function denseOnGpu(
  gpu: Gpu,
  [gradient, weight, moments]: readonly TensorInfo[],
  rule: RuleNumbers,
): TensorInfo[] {
  const size = sizeOf(weight);
  const { lanes, prelude } = lanesOf(size);
  const workgroups = workgroupsFor(size / lanes);
  gpu.run({
    shader: prelude + ruleShader + denseShader,
    constants: { MOMENTS: rule.moments },
    tensors: [gradient, weight, moments],
    writes: [weight, moments],
    integers: [size / lanes, 64 * workgroups[0]],
    floats: ruleFloats(rule),
    workgroups,
  });
  return [];
}

/** Steps the rows of `weight` `[rows, …]` that `segments` name, in place. */
export function rowsOnGpu(
  gpu: Gpu,
  [gradients, segments, weight, moments]: readonly TensorInfo[],
  rule: RuleNumbers & { readonly count: number },
): TensorInfo[] {
  const size = sizeOf(weight);
  const width = size / weight.shape[0];
  const { lanes, prelude } = lanesOf(width);
  const workgroups = workgroupsFor((rule.count * width) / lanes);
  const events = (segments.shape[0] - 1) / 3;
  gpu.run({
    shader: prelude + ruleShader + rowsShader,
    constants: { MOMENTS: rule.moments },
    tensors: [gradients, segments, weight, moments],
    writes: [weight, moments],
    integers: [rule.count, events, width / lanes, size / lanes, 64 * workgroups[0]],
    floats: ruleFloats(rule),
    workgroups,
  });
  return [];
}

function sizeOf({ shape }: TensorInfo): number {
  return shape.reduce((product, length) => product * length, 1);
}
