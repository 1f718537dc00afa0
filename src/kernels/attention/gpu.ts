import type { TensorInfo } from '@tensorflow/tfjs-core';
import { counterRandomShader } from '../counter-random';
import { drawing } from '../dropout/dropped';
import { workgroupsFor, type Dispatch, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import type { AttentionNumbers } from './attention';
import sharedShader from './attention.wgsl?raw';
import forwardShader from './forward.wgsl?raw';
import keyShader from './key-gradient.wgsl?raw';
import queryShader from './query-gradient.wgsl?raw';

/** What each position sees `[positions, heads · dim]`, and the logarithm of its sum of weights. */
export function attendOnGpu(
  gpu: Gpu,
  [projected, starts, ends]: readonly TensorInfo[],
  numbers: AttentionNumbers,
): TensorInfo[] {
  const [positions, width] = projected.shape;
  const outputs = [gpu.make([positions, width / 3]), gpu.make([positions, numbers.heads])];
  const tensors = [projected, starts, ends, ...outputs];
  run(gpu, { shader: forwardShader, tensors, writes: outputs }, outputs[0].shape, numbers);
  return outputs;
}

/** The gradient of what was projected, from that of what was seen. */
export function attendBackOnGpu(
  gpu: Gpu,
  [dSeen, projected, starts, ends, seen, logSums]: readonly TensorInfo[],
  numbers: AttentionNumbers,
): TensorInfo[] {
  const [means, dProjected] = [gpu.make(logSums.shape), gpu.make(projected.shape)];
  const inputs = [dSeen, projected, starts, ends];
  const query = [...inputs, seen, logSums, means, dProjected];
  const key = [...inputs, logSums, means, dProjected];
  const writes = [means, dProjected];
  run(gpu, { shader: queryShader, tensors: query, writes }, seen.shape, numbers);
  run(gpu, { shader: keyShader, tensors: key, writes: [dProjected] }, seen.shape, numbers);
  gpu.free(means);
  return [dProjected];
}

/** Work in one dispatch at most, in multiplications: fractions of a second where a GPU is slow. */
const mostWork = 2 ** 29;
/** From so much on a dispatch does not wait for others to be submitted with it. */
const muchWork = 2 ** 26;

/** What a pair of positions costs beside its products, likewise. */
const workPerPair = 64;

/** Runs a shader for all positions, in as many dispatches as the work takes. */
function run(
  gpu: Gpu,
  { shader, tensors, writes }: Pick<Dispatch, 'shader' | 'tensors' | 'writes'>,
  [positions, width]: readonly number[],
  { heads, causal, pairs, rate, seed }: AttentionNumbers,
): void {
  const dim = width / heads;
  const { lanes, prelude } = lanesOf(dim);
  const { threshold, kept } = drawing(rate);
  const work = pairs * (4 * width + workPerPair * heads);
  const dispatches = Math.ceil(work / mostWork) || 1;
  const step = Math.ceil(positions / dispatches);
  for (let first = 0; first < positions; first += step) {
    const count = Math.min(step, positions - first);
    const workgroups = workgroupsFor(count * heads);
    gpu.run({
      shader: prelude + counterRandomShader + sharedShader + shader,
      constants: { HEADS: heads, COLUMNS: dim / lanes, CAUSAL: causal, DROPS: Number(rate > 0) },
      tensors,
      writes,
      integers: [first, count, 64 * workgroups[0], seed, threshold],
      floats: [kept, 1 / Math.sqrt(dim)],
      workgroups,
    });
    if (work > muchWork) gpu.submit();
  }
}
