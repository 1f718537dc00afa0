import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import backwardShader from './backward.wgsl?raw';
import forwardShader from './forward.wgsl?raw';
import sumShader from './sum.wgsl?raw';

/** Rows that one invocation sums the gradients of scale and shift over, before they are summed. */
const chunkRows = 8;

/** The normal vectors, scaled and shifted, and their means and inverse deviations `[rows, 2]`. */
export function layerNormOnGpu(
  gpu: Gpu,
  [x, scale, shift]: readonly TensorInfo[],
  { epsilon }: { readonly epsilon: number },
): TensorInfo[] {
  const [rows, dim] = x.shape;
  const outputs = [gpu.make(x.shape), gpu.make([rows, 2])];
  const { lanes, prelude } = lanesOf(dim);
  const workgroups = workgroupsFor(rows);
  gpu.run({
    shader: prelude + forwardShader,
    constants: { LANES: lanes, COLUMNS: dim / lanes },
    tensors: [x, scale, shift, ...outputs],
    writes: outputs,
    integers: [rows, 64 * workgroups[0]],
    floats: [epsilon],
    workgroups,
  });
  return outputs;
}

/** The gradients of x, scale and shift, from that of the result. */
export function layerNormBackOnGpu(
  gpu: Gpu,
  [dResult, x, scale, moments]: readonly TensorInfo[],
): TensorInfo[] {
  const [rows, dim] = x.shape;
  const { lanes, prelude } = lanesOf(dim);
  const constants = { LANES: lanes, COLUMNS: dim / lanes, CHUNK: chunkRows };
  const chunks = Math.ceil(rows / chunkRows);
  const parts = gpu.make([chunks, 2, dim]);
  const gradients = [x, scale, scale].map(({ shape }) => gpu.make(shape));
  const [dX, ...dWeights] = gradients;
  const workgroups = workgroupsFor(chunks);
  gpu.run({
    shader: prelude + backwardShader,
    constants,
    tensors: [dResult, x, scale, moments, dX, parts],
    writes: [dX, parts],
    integers: [rows, 64 * workgroups[0]],
    workgroups,
  });
  gpu.run({
    shader: prelude + sumShader,
    constants,
    tensors: [parts, ...dWeights],
    writes: dWeights,
    integers: [chunks],
    workgroups: [(2 * dim) / lanes],
  });
  gpu.free(parts);
  return gradients;
}
