import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { totalOf } from '../total/total';
import shader from './multinomial-loss.wgsl?raw';

/** The loss and its gradient, as on the host, in two dispatches. */
export function multinomialLossOnGpu(
  gpu: Gpu,
  [scores, offsets, indices, counts]: readonly TensorInfo[],
): TensorInfo[] {
  const [rows, columns] = scores.shape;
  const [errors, losses] = [gpu.make(scores.shape), gpu.make([rows])];
  gpu.run({
    shader,
    tensors: [scores, offsets, indices, counts, errors, losses],
    writes: [errors, losses],
    integers: [rows, columns],
    workgroups: workgroupsFor(rows, 1),
  });
  const loss = totalOf(gpu, losses);
  gpu.free(losses);
  return [loss, errors];
}
