import type { TensorInfo } from '@tensorflow/tfjs-core';
import { drawing, droppingShader, type Dropped } from '../dropout/dropped';
import { workgroupsFor, type Dispatch, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import type { Epsilon } from './host';
import backwardAddedShader from './backward-added.wgsl?raw';
import backwardPlainShader from './backward-plain.wgsl?raw';
import backwardShader from './backward.wgsl?raw';
import forwardAddedShader from './forward-added.wgsl?raw';
import forwardPlainShader from './forward-plain.wgsl?raw';
import forwardShader from './forward.wgsl?raw';
import sumShader from './sum.wgsl?raw';

/** Rows that one invocation sums the gradients of scale and shift over, before they are summed. */
const chunkRows = 8;

/** The normal vectors, scaled and shifted, and their means and inverse deviations `[rows, 2]`. */
export function layerNormOnGpu(
  gpu: Gpu,
  [x, scale, shift]: readonly TensorInfo[],
  { epsilon }: Epsilon,
): TensorInfo[] {
  const [rows, dim] = x.shape;
  const outputs = [gpu.make(x.shape), gpu.make([rows, 2])];
  const { lanes, prelude } = lanesOf(dim);
  const workgroups = workgroupsFor(rows);
  gpu.run({
    shader: prelude + forwardPlainShader + forwardShader,
    constants: { LANES: lanes, COLUMNS: dim / lanes },
    tensors: [scale, shift, ...outputs, x],
    writes: outputs,
    integers: [rows, 64 * workgroups[0]],
    floats: [epsilon],
    workgroups,
  });
  return outputs;
}

/** The same of the sum of `x` and what is left of `y`, and that sum. */
export function addNormOnGpu(
  gpu: Gpu,
  [x, y, scale, shift]: readonly TensorInfo[],
  { epsilon, rate, seed }: Epsilon & Dropped,
): TensorInfo[] {
  const [rows, dim] = x.shape;
  const [sum, normal, moments] = [gpu.make(x.shape), gpu.make(x.shape), gpu.make([rows, 2])];
  const lanes = lanesOf(dim);
  const workgroups = workgroupsFor(rows);
  const { threshold, kept } = drawing(rate);
  gpu.run({
    shader: lanes.prelude + droppingShader(lanes, rate) + forwardAddedShader + forwardShader,
    constants: { LANES: lanes.lanes, COLUMNS: dim / lanes.lanes },
    tensors: [scale, shift, normal, moments, x, y, sum],
    writes: [normal, moments, sum],
    integers: [rows, 64 * workgroups[0], seed, threshold],
    floats: [epsilon, kept],
    workgroups,
  });
  return [sum, normal, moments];
}

/** The gradients of x, scale and shift, from that of the result. */
export function layerNormBackOnGpu(
  gpu: Gpu,
  [dResult, x, scale, moments]: readonly TensorInfo[],
): TensorInfo[] {
  const dX = gpu.make(x.shape);
  const { prelude } = lanesOf(x.shape[1]);
  const dWeights = sumOfChunks(gpu, scale, x.shape[0], (parts, rest) =>
    gpu.run({
      ...rest,
      shader: prelude + backwardPlainShader + backwardShader,
      tensors: [dResult, x, scale, moments, parts, dX],
      writes: [parts, dX],
    }),
  );
  return [dX, ...dWeights];
}

/** The gradients of x, y, scale and shift, from those of the sum and of the normal vectors. */
export function addNormBackOnGpu(
  gpu: Gpu,
  [dSum, dNormal, scale, sum, moments]: readonly TensorInfo[],
  { rate, seed }: Dropped,
): TensorInfo[] {
  const [dX, dY] = [gpu.make(sum.shape), gpu.make(sum.shape)];
  const lanes = lanesOf(sum.shape[1]);
  const { threshold, kept } = drawing(rate);
  const dWeights = sumOfChunks(gpu, scale, sum.shape[0], (parts, { integers, ...rest }) =>
    gpu.run({
      ...rest,
      shader: lanes.prelude + droppingShader(lanes, rate) + backwardAddedShader + backwardShader,
      tensors: [dNormal, sum, scale, moments, parts, dSum, dX, dY],
      writes: [parts, dX, dY],
      integers: [...integers, seed, threshold],
      floats: [kept],
    }),
  );
  return [dX, dY, ...dWeights];
}

/** The gradients of scale and shift, from parts that `fill` works out chunk by chunk. */
function sumOfChunks(
  gpu: Gpu,
  scale: TensorInfo,
  rows: number,
  fill: (
    parts: TensorInfo,
    rest: Pick<Dispatch, 'constants' | 'workgroups'> & { readonly integers: readonly number[] },
  ) => void,
): TensorInfo[] {
  const [dim] = scale.shape;
  const { lanes, prelude } = lanesOf(dim);
  const constants = { LANES: lanes, COLUMNS: dim / lanes, CHUNK: chunkRows };
  const chunks = Math.ceil(rows / chunkRows);
  const parts = gpu.make([chunks, 2, dim]);
  const workgroups = workgroupsFor(chunks);
  fill(parts, { constants, workgroups, integers: [rows, 64 * workgroups[0]] });
  const sums = [gpu.make(scale.shape), gpu.make(scale.shape)];
  gpu.run({
    shader: prelude + sumShader,
    constants,
    tensors: [parts, ...sums],
    writes: sums,
    integers: [chunks],
    workgroups: [(2 * dim) / lanes],
  });
  gpu.free(parts);
  return sums;
}
