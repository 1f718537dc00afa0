import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { multiplyInto } from '../matmul/multiply';
import type { Part } from '../matrix';
import groupBestShader from './group-best.wgsl?raw';
import keyShader from './key.wgsl?raw';
import selectShader from './select.wgsl?raw';

/** Scores that are on the device at once: 64 MiB. The queries come in blocks of so many. */
const mostScores = 2 ** 24;
/** Multiplications in one dispatch: none may hold the device long. */
const mostProducts = 2 ** 29;
/** Invocations that choose together for one query: with more, each has less to look through, but meets more others. */
const lanes = 16;

/** The best items for `users`, block by block; `seen` is used up. */
export function scoreTopKOnGpu(
  gpu: Gpu,
  [users, items, seen, topItems, topScores, bias]: readonly TensorInfo[],
): TensorInfo[] {
  const [[queries, dim], [count]] = [users.shape, items.shape];
  const height = Math.min(queries, Math.max(1, Math.floor(mostScores / count)));
  const scores = gpu.make([height, count]);
  for (let first = 0; first < queries; first += height) {
    const rows = Math.min(height, queries - first);
    const step = Math.ceil(rows / Math.ceil((rows * count * dim) / mostProducts));
    for (let row = 0; row < rows; row += step) {
      if (first + row > 0) gpu.submit();
      const size = Math.min(step, rows - row);
      const [from, to] = [rowsOf(users, first + row, size), rowsOf(scores, row, size)];
      multiplyInto(gpu, to, from, items, { transposeB: true, bias });
    }
    select(gpu, [scores, seen, topItems, topScores], first, rows);
  }
  gpu.free(scores);
  return [];
}

/** Some rows of a matrix. */
function rowsOf(whole: TensorInfo, first: number, rows: number): Part {
  const [, columns] = whole.shape;
  return { whole, from: first * columns, rows, columns, stride: columns };
}

/** The best of `scores`; `seen` is used up. */
export function topKOfScoresOnGpu(gpu: Gpu, inputs: readonly TensorInfo[]): TensorInfo[] {
  select(gpu, inputs, 0, inputs[0].shape[0]);
  return [];
}

/** The best of a block of scores `[rows, items]`, which are those of the queries from `first`. */
function select(
  gpu: Gpu,
  [scores, seen, topItems, topScores]: readonly TensorInfo[],
  first: number,
  rows: number,
): void {
  const [[, items], [, groups], [, places]] = [scores.shape, seen.shape, topItems.shape];
  const best = gpu.make([rows, groups], 'int32');
  const forGroups = workgroupsFor(rows * groups);
  gpu.run({
    shader: keyShader + groupBestShader,
    tensors: [scores, seen, best],
    writes: [best],
    integers: [rows, first, items, groups, 64 * forGroups[0]],
    workgroups: forGroups,
  });
  const forRows = workgroupsFor(rows, 1);
  gpu.run({
    shader: keyShader + selectShader,
    constants: { LANES: lanes },
    tensors: [scores, seen, best, topItems, topScores],
    writes: [seen, best, topItems, topScores],
    integers: [rows, first, items, groups, places, forRows[0]],
    workgroups: forRows,
  });
  gpu.free(best);
}
