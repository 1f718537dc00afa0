import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import { multiplyInto } from '../matmul/multiply';
import { totalOf } from '../total/total';
import errorsShader from './errors.wgsl?raw';
import targetsShader from './targets.wgsl?raw';

/**
 * The loss `[]`, and its gradients with respect to states `[events, dim]`, rows and bias
 * of the targets `[events, …]`, and rows and bias of the negatives `[samples, …]`.
 */
export function lossOnGpu(gpu: Gpu, inputs: readonly TensorInfo[]): TensorInfo[] {
  const [states, targetRows, targetBias, rows, bias, items, shares] = inputs;
  const [dStates, dTargetRows, dTargetBias, dRows, dBias] = inputs
    .slice(0, 5)
    .map(({ shape }) => gpu.make(shape));
  const [[events, dim], [samples]] = [states.shape, rows.shape];
  const { lanes, prelude } = lanesOf(dim);
  const columns = dim / lanes;
  const [scores, losses] = [gpu.make([events, samples]), gpu.make([events])];

  multiplyInto(gpu, scores, states, rows, { transposeB: true, bias });
  const groups = workgroupsFor(events);
  gpu.run({
    shader: prelude + errorsShader,
    tensors: [states, targetRows, targetBias, shares, items, scores, dTargetBias, losses],
    writes: [scores, dTargetBias, losses],
    integers: [events, samples, columns, 64 * groups[0]],
    workgroups: groups,
  });
  multiplyInto(gpu, dStates, scores, rows);
  const numbers = workgroupsFor(events * columns);
  gpu.run({
    shader: prelude + targetsShader,
    tensors: [dTargetBias, states, targetRows, dStates, dTargetRows],
    writes: [dStates, dTargetRows],
    integers: [events * columns, columns, 64 * numbers[0]],
    workgroups: numbers,
  });
  multiplyInto(gpu, dRows, scores, states, { transposeA: true });
  const ones = gpu.upload(new Float32Array(events).fill(1));
  multiplyInto(gpu, dBias, ones, scores); // sums of the columns
  const loss = totalOf(gpu, losses);
  gpu.free(scores, losses, ones);
  return [loss, dStates, dTargetRows, dTargetBias, dRows, dBias];
}
