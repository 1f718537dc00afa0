import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import type { Active } from './schedule';

/** One step of a recurrence on the processor. */
export interface Step {
  /** The position of each sequence that is not over. */
  readonly at: Int32Array;
  /** The next position of each that has a next step: the first ones. */
  readonly next: Int32Array;
  readonly isFirst: boolean;
}

/** All steps, the first first; `begins` are those of a `Schedule`. */
export function stepsOf(begins: Int32Array, active: Active): Step[] {
  const counts = [...Object.values(active), 0];
  return counts.slice(0, -1).map((count, step) => ({
    at: begins.subarray(0, count).map((begin) => begin + step),
    next: begins.subarray(0, counts[step + 1]).map((begin) => begin + step + 1),
    isFirst: step === 0,
  }));
}

/** The rows of a matrix `shift` below those at `at`, as a matrix of their own. */
export function packRows(host: Host, matrix: TensorInfo, at: Int32Array, shift = 0): TensorInfo {
  const [, width]: number[] = matrix.shape;
  const packed = host.make([at.length, width]);
  const [from, to] = [host.numbers(matrix), host.numbers(packed)];
  for (let i = 0; i < at.length; i++) {
    const row = (at[i] + shift) * width;
    to.set(from.subarray(row, row + width), i * width);
  }
  return packed;
}

/** A matrix on its side. */
export function turn(host: Host, matrix: TensorInfo): TensorInfo {
  const [rows, columns]: number[] = matrix.shape;
  const turned = host.make([columns, rows]);
  const [from, to] = [host.numbers(matrix), host.numbers(turned)];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      to[column * rows + row] = from[row * columns + column];
    }
  }
  return turned;
}

/** The hyperbolic tangent by way of the sigmoid, which is fast: `2 σ(2x) - 1`. */
export function squash(host: Host, x: TensorInfo): TensorInfo {
  const doubled = host.make(x.shape);
  const [from, twice] = [host.numbers(x), host.numbers(doubled)];
  for (let i = 0; i < from.length; i++) twice[i] = 2 * from[i];
  const squashed = host.sigmoid(doubled);
  const numbers = host.numbers(squashed);
  for (let i = 0; i < numbers.length; i++) numbers[i] = 2 * numbers[i] - 1;
  host.free(doubled);
  return squashed;
}
