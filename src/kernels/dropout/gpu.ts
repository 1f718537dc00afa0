import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import { sizeOf } from '../matrix';
import addDroppedShader from './add-dropped.wgsl?raw';
import { drawing, droppingShader, type Dropped, type DroppedSum } from './dropped';
import dropSumGradientShader from './drop-sum-gradient.wgsl?raw';
import dropSumShader from './drop-sum.wgsl?raw';
import dropoutShader from './dropout.wgsl?raw';

/** `x` with a share of its numbers zeroed and the others scaled up. */
export function dropOnGpu(gpu: Gpu, inputs: readonly TensorInfo[], dropped: Dropped): TensorInfo[] {
  return run(gpu, dropoutShader, { inputs, results: 1 }, dropped);
}

/** `x` plus what is left of `y`. */
export function addDroppedOnGpu(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  dropped: Dropped,
): TensorInfo[] {
  return run(gpu, addDroppedShader, { inputs, results: 1 }, dropped);
}

/** What is left of `factor x + y`. */
export function dropSumOnGpu(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  { factor, ...dropped }: DroppedSum,
): TensorInfo[] {
  return run(gpu, dropSumShader, { inputs, results: 1 }, dropped, [factor]);
}

/** The gradients of x and y. */
export function dropSumBackOnGpu(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  { factor, ...dropped }: DroppedSum,
): TensorInfo[] {
  return run(gpu, dropSumGradientShader, { inputs, results: 2 }, dropped, [factor]);
}

/** Runs a shader over tensors of one shape. */
function run(
  gpu: Gpu,
  shader: string,
  { inputs, results }: { readonly inputs: readonly TensorInfo[]; readonly results: number },
  { rate, seed }: Dropped,
  floats: readonly number[] = [],
): TensorInfo[] {
  const { shape } = inputs[0];
  const outputs = Array.from({ length: results }, () => gpu.make(shape));
  const lanes = lanesOf(sizeOf(shape));
  const count = sizeOf(shape) / lanes.lanes;
  const workgroups = workgroupsFor(count);
  const { threshold, kept } = drawing(rate);
  gpu.run({
    shader: lanes.prelude + droppingShader(lanes, rate) + shader,
    tensors: [...inputs, ...outputs],
    writes: outputs,
    integers: [count, 64 * workgroups[0], seed, threshold],
    floats: [kept, ...floats],
    workgroups,
  });
  return outputs;
}
