import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import columnsShader from './columns.wgsl?raw';
import groupBestShader from './group-best.wgsl?raw';
import keyShader from './key.wgsl?raw';
import productShader from './product.wgsl?raw';
import selectShader from './select.wgsl?raw';

/** Scores that are on the device at once: 64 MiB. The queries come in blocks of so many. */
const mostScores = 2 ** 24;
/** Multiplications in one dispatch: none may hold the device long. */
const mostProducts = 2 ** 29;
/** Invocations that choose together for one query. */
const lanes = 32;

/** The best items for `users`, block by block; `seen` is used up. */
export function scoreTopKOnGpu(
  gpu: Gpu,
  [users, items, bias, seen, topItems, topScores]: readonly TensorInfo[],
): TensorInfo[] {
  const [[queries, dim], [count], [, groups]] = [users.shape, items.shape, seen.shape];
  const cells = Math.ceil(dim / 4);
  const most = Math.max(8, Math.floor(mostScores / (32 * groups * 8)) * 8);
  const height = Math.min(most, Math.ceil(queries / 8) * 8);
  const columns = gpu.make([4 * cells, height]);
  const scores = gpu.make([height, 32 * groups]);
  const best = gpu.make([height, groups], 'int32');
  for (let first = 0; first < queries; first += height) {
    if (first > 0) gpu.submit();
    gpu.run({
      shader: columnsShader,
      constants: { DEPTH: 4 * cells, DIM: dim },
      tensors: [users, columns],
      writes: [columns],
      integers: [queries, height, first],
      workgroups: workgroupsFor(4 * cells * height),
    });
    for (const [from, to] of shares(groups, (32 * groups * height * 4 * cells) / mostProducts)) {
      if (from > 0) gpu.submit();
      gpu.run({
        shader: cellShader(dim) + keyShader + productShader,
        constants: { CELLS: cells, DIM: dim },
        tensors: [columns, items, bias, seen, scores, best],
        writes: [scores, best],
        integers: [queries, first, height, count, groups, from, to],
        workgroups: workgroupsFor(((to - from) * height) / 8),
      });
    }
    const block = { queries: Math.min(height, queries - first), first, width: 32 * groups };
    select(gpu, [scores, seen, best, topItems, topScores], { ...block, items: count });
  }
  gpu.free(columns, scores, best);
  return [];
}

/** The best of `scores`; `seen` is used up. */
export function topKOfScoresOnGpu(
  gpu: Gpu,
  [scores, seen, topItems, topScores]: readonly TensorInfo[],
): TensorInfo[] {
  const [[queries, items], [, groups]] = [scores.shape, seen.shape];
  const best = gpu.make([queries, groups], 'int32');
  const workgroups = workgroupsFor(queries * groups);
  gpu.run({
    shader: keyShader + groupBestShader,
    tensors: [scores, seen, best],
    writes: [best],
    integers: [queries, items, groups, 64 * workgroups[0]],
    workgroups,
  });
  const block = { queries, first: 0, width: items, items };
  select(gpu, [scores, seen, best, topItems, topScores], block);
  gpu.free(best);
  return [];
}

interface Block {
  readonly queries: number;
  /** Query. */
  readonly first: number;
  /** Of a row of scores. */
  readonly width: number;
  readonly items: number;
}

function select(gpu: Gpu, tensors: readonly TensorInfo[], block: Block): void {
  const [, seen, best, topItems, topScores] = tensors;
  const [[, groups], [, places]] = [seen.shape, topItems.shape];
  const workgroups = workgroupsFor(block.queries, 1);
  gpu.run({
    shader: keyShader + selectShader,
    constants: { LANES: lanes },
    tensors,
    writes: [seen, best, topItems, topScores],
    integers: [block.queries, block.first, block.width, block.items, groups, places, workgroups[0]],
    workgroups,
  });
}

/** Cuts `0 … count - 1` into at least so many runs of about the same length. */
function shares(count: number, parts: number): (readonly [from: number, to: number])[] {
  const length = Math.ceil(count / Math.ceil(parts));
  const runs = Math.ceil(count / length);
  return Array.from({ length: runs }, (_zero, run) => [
    run * length,
    Math.min(count, (run + 1) * length),
  ]);
}

/** `cellOf`: four numbers of an item, zeros beyond its last. Rows of fours are read by fours. */
function cellShader(dim: number): string {
  if (dim % 4 === 0) {
    return `@group(0) @binding(1) var<storage, read> items: array<vec4<f32>>;
fn cellOf(item: u32, cell: u32) -> vec4<f32> { return items[item * CELLS + cell]; }
`;
  }
  return `@group(0) @binding(1) var<storage, read> items: array<f32>;
fn numberOf(item: u32, d: u32) -> f32 { return select(0, items[item * DIM + d], d < DIM); }
fn cellOf(item: u32, cell: u32) -> vec4<f32> {
  let d = 4 * cell;
  return vec4<f32>(numberOf(item, d), numberOf(item, d + 1), numberOf(item, d + 2), numberOf(item, d + 3));
}
`;
}
