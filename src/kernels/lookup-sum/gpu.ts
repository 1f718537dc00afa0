import type { TensorInfo } from '@tensorflow/tfjs-core';
import { drawing, droppingShader } from '../dropout/dropped';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import { sizeOf } from '../matrix';
import gradientShader from './gradient.wgsl?raw';
import type { DroppedSum } from './lookup-sum';
import sumShader from './lookup-sum.wgsl?raw';

/** What is left of the sum of rows, `[events, dim]`. */
export function lookupSumOnGpu(
  gpu: Gpu,
  [first, firstIndices, second, secondIndices]: readonly TensorInfo[],
  { factor, rate, seed }: DroppedSum,
): TensorInfo[] {
  const [events, dim] = [firstIndices.shape[0], first.shape[1]];
  const lanes = lanesOf(dim);
  const columns = dim / lanes.lanes;
  const result = gpu.make([events, dim]);
  const workgroups = workgroupsFor(events * columns);
  const { threshold, kept } = drawing(rate);
  gpu.run({
    shader: lanes.prelude + droppingShader(lanes, rate) + sumShader,
    tensors: [first, firstIndices, second, secondIndices, result],
    writes: [result],
    integers: [events * columns, columns, 64 * workgroups[0], seed, threshold],
    floats: [kept, factor],
    workgroups,
  });
  return [result];
}

/** The gradients of the rows of both tables, from that of the result. */
export function lookupSumBackOnGpu(
  gpu: Gpu,
  [dResult]: readonly TensorInfo[],
  { factor, rate, seed }: DroppedSum,
): TensorInfo[] {
  const outputs = [gpu.make(dResult.shape), gpu.make(dResult.shape)];
  const lanes = lanesOf(dResult.shape[1]);
  const count = sizeOf(dResult.shape) / lanes.lanes;
  const workgroups = workgroupsFor(count);
  const { threshold, kept } = drawing(rate);
  gpu.run({
    shader: lanes.prelude + droppingShader(lanes, rate) + gradientShader,
    tensors: [dResult, ...outputs],
    writes: outputs,
    integers: [count, 64 * workgroups[0], seed, threshold],
    floats: [kept, factor],
    workgroups,
  });
  return outputs;
}
