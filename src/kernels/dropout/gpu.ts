import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import { sizeOf } from '../matrix';
import addDroppedShader from './add-dropped.wgsl?raw';
import { drawing, droppingShader, type Dropped } from './dropped';
import dropoutShader from './dropout.wgsl?raw';

/** `x` with a share of its numbers zeroed and the others scaled up. */
export function dropOnGpu(gpu: Gpu, inputs: readonly TensorInfo[], dropped: Dropped): TensorInfo[] {
  return run(gpu, dropoutShader, inputs, dropped);
}

/** `x` plus what is left of `y`. */
export function addDroppedOnGpu(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  dropped: Dropped,
): TensorInfo[] {
  return run(gpu, addDroppedShader, inputs, dropped);
}

/** Runs a shader over tensors of one shape. */
function run(
  gpu: Gpu,
  shader: string,
  inputs: readonly TensorInfo[],
  { rate, seed }: Dropped,
): TensorInfo[] {
  const { shape } = inputs[0];
  const result = gpu.make(shape);
  const lanes = lanesOf(sizeOf(shape));
  const count = sizeOf(shape) / lanes.lanes;
  const workgroups = workgroupsFor(count);
  const { threshold, kept } = drawing(rate);
  gpu.run({
    shader: lanes.prelude + droppingShader(lanes, rate) + shader,
    tensors: [...inputs, result],
    writes: [result],
    integers: [count, 64 * workgroups[0], seed, threshold],
    floats: [kept],
    workgroups,
  });
  return [result];
}
