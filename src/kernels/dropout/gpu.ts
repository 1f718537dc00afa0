import type { TensorInfo } from '@tensorflow/tfjs-core';
import { counterRandomShader } from '../counter-random';
import { workgroupsFor, type Gpu } from '../gpu';
import addDroppedShader from './add-dropped.wgsl?raw';
import { drawing, type Dropped } from './dropped';
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

/** One invocation for each number of `inputs`, which are of one shape. */
function run(
  gpu: Gpu,
  shader: string,
  inputs: readonly TensorInfo[],
  { rate, seed }: Dropped,
): TensorInfo[] {
  const { shape } = inputs[0];
  const result = gpu.make(shape);
  const size = shape.reduce((product, length) => product * length, 1);
  const workgroups = workgroupsFor(size);
  const { threshold, kept } = drawing(rate);
  gpu.run({
    shader: counterRandomShader + shader,
    tensors: [...inputs, result],
    writes: [result],
    integers: [size, 64 * workgroups[0], seed, threshold],
    floats: [kept],
    workgroups,
  });
  return [result];
}
