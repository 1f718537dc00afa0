import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { multiplyInto } from '../matmul/multiply';
import { rowsOf, type Part } from '../matrix';
import { totalOf } from '../total/total';
import errorsShader from './errors.wgsl?raw';
import sumShader from './sum.wgsl?raw';

/** The most that the scores of events which are scored together take, in bytes. */
const mostBytes = 2 ** 25;

/**
 * The loss `[]`, and its gradients with respect to states, items and bias, as on the host:
 * in five dispatches for each block of events.
 */
export function catalogueLossOnGpu(
  gpu: Gpu,
  [states, items, bias, targets, shares]: readonly TensorInfo[],
): TensorInfo[] {
  const [dStates, dItems, dBias] = [states, items, bias].map(({ shape }) => gpu.make(shape));
  const [[events], [count, dim]] = [states.shape, items.shape];
  const width = 4 * Math.ceil(count / 4); // whole vectors: behind the last item, errors are 0
  const all: Part = { whole: items, from: 0, rows: width, columns: dim, stride: dim };
  const block = Math.min(eventsOf(width), events);
  const [scores, losses] = [gpu.make([block, width]), gpu.make([events])];
  for (let from = 0; from < events; from += block) {
    const rows = Math.min(block, events - from);
    const state = rowsOf(states, from, rows);
    const errors = rowsOf(scores, 0, rows);
    const isAdded = from > 0;
    multiplyInto(gpu, errors, state, all, { transposeB: true, bias });
    gpu.submit();
    gpu.run({
      shader: errorsShader,
      tensors: [scores, targets, shares, losses],
      writes: [scores, losses],
      integers: [rows, from, count, width / 4],
      workgroups: workgroupsFor(rows, 1),
    });
    multiplyInto(gpu, rowsOf(dStates, from, rows), errors, all);
    gpu.submit();
    const ofItems = { ...errors, columns: count };
    multiplyInto(gpu, dItems, ofItems, state, { transposeA: true, isAdded });
    gpu.run({
      shader: sumShader,
      tensors: [scores, dBias],
      writes: [dBias],
      integers: [rows, count, width, Number(isAdded)],
      workgroups: workgroupsFor(count),
    });
    gpu.submit();
  }
  const loss = totalOf(gpu, losses);
  gpu.free(scores, losses);
  return [loss, dStates, dItems, dBias];
}

/** How many events are scored together: whole tiles of a product. */
function eventsOf(width: number): number {
  return Math.max(8 * Math.floor(mostBytes / (8 * 4 * width)), 8);
}
