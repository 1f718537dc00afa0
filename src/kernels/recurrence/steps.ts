import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import type { Native } from '../wasm/native';
import type { Active } from './schedule';

/** Rows of matrices whose rows go by step, and within it by sequence, the longest first. */
export interface Step {
  readonly from: number;
  /** Sequences that are not over. */
  readonly count: number;
  /** Where the rows of the step before begin; below 0 at the first. */
  readonly before: number;
  /** Sequences that have a next step, whose rows follow: the first ones. */
  readonly staying: number;
}

/** Addresses of a step's first row, and of the step before: 0 where there is none. */
export function placesOf({ address }: Native, { from, before }: Step) {
  const row = (tensor: TensorInfo, index: number): number =>
    address(tensor) + 4 * index * tensor.shape[1]!;
  return {
    at: (tensor: TensorInfo): number => row(tensor, from),
    before: (tensor: TensorInfo): number => (before < 0 ? 0 : row(tensor, before)),
  };
}

/** All steps, the first first. */
export function stepsOf(active: Active): Step[] {
  const counts = [...Object.values(active), 0];
  let from = 0;
  return counts.slice(0, -1).map((count, step) => {
    const before = step > 0 ? from - counts[step - 1] : -1;
    from += count;
    return { from: from - count, count, before, staying: counts[step + 1] };
  });
}

/** The position of each row; `spans` are those of a `Schedule`. */
export function positionsOf(spans: Int32Array, steps: readonly Step[]): Int32Array {
  const last = steps.at(-1);
  const positions = new Int32Array(last ? last.from + last.count : 0);
  for (const [t, { from, count }] of steps.entries()) {
    for (let i = 0; i < count; i++) positions[from + i] = spans[2 * i] + t;
  }
  return positions;
}

/** The rows of a matrix in the order of the steps. */
export function byStep(host: Host, matrix: TensorInfo, positions: Int32Array): TensorInfo {
  const [, width]: number[] = matrix.shape;
  const sorted = host.make([positions.length, width]);
  const [from, to] = [host.numbers(matrix), host.numbers(sorted)];
  for (let row = 0; row < positions.length; row++) {
    const start = positions[row] * width;
    to.set(from.subarray(start, start + width), row * width);
  }
  return sorted;
}

/** The way back: `[size, width]`, where positions that have no row are zero. */
export function byPosition(
  host: Host,
  sorted: TensorInfo,
  positions: Int32Array,
  size: number,
): TensorInfo {
  const [, width]: number[] = sorted.shape;
  const matrix = host.make([size, width]);
  const [from, to] = [host.numbers(sorted), host.numbers(matrix)];
  to.fill(0);
  for (let row = 0; row < positions.length; row++) {
    to.set(from.subarray(row * width, (row + 1) * width), positions[row] * width);
  }
  return matrix;
}
