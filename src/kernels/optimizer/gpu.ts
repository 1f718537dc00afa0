import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import { inGroups } from '../lists';
import { sizeOf } from '../matrix';
import { denseShader } from './dense-shader';
import rowsShader from './rows.wgsl?raw';
import ruleShader from './rule.wgsl?raw';
import { ruleFloats, type RuleNumbers } from './rule';

/**
 * Steps weights against their gradients, in place, two in each dispatch: three tensors a
 * weight, and eight may be bound. `inputs` are the gradient, weight and moments of each.
 */
export function denseOnGpu(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  rule: RuleNumbers,
): TensorInfo[] {
  const steps = inGroups(inputs, 3);
  for (const { lanes, prelude } of [lanesOf(4), lanesOf(1)]) {
    const alike = steps.filter(([, weight]) => lanesOf(sizeOf(weight.shape)).lanes === lanes);
    for (const pair of inGroups(alike, 2)) {
      const sizes = pair.map(([, weight]) => sizeOf(weight.shape) / lanes);
      const workgroups = workgroupsFor(sizes.reduce((sum, size) => sum + size, 0));
      gpu.run({
        shader: prelude + ruleShader + denseShader(pair.length),
        constants: { MOMENTS: rule.moments },
        tensors: pair.flat(),
        writes: pair.flatMap(([, ...learned]) => learned),
        integers: [64 * workgroups[0], ...sizes],
        floats: ruleFloats(rule),
        workgroups,
      });
    }
  }
  return [];
}

/** Steps the rows of `weight` `[rows, …]` that `segments` name, in place. */
export function rowsOnGpu(
  gpu: Gpu,
  [gradients, segments, weight, moments]: readonly TensorInfo[],
  rule: RuleNumbers & { readonly count: number },
): TensorInfo[] {
  const size = sizeOf(weight.shape);
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
