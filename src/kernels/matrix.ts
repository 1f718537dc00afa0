import type { TensorInfo } from '@tensorflow/tfjs-core';

/** A matrix that lies within a tensor, such as one head's part of all queries. */
export interface Part {
  readonly whole: TensorInfo;
  /** The place of its first number. */
  readonly from: number;
  readonly rows: number;
  readonly columns: number;
  /** Numbers from one row to the next. */
  readonly stride: number;
}

/** A part of a tensor, or all of it: `[…, columns]`. */
export type Matrix = TensorInfo | Part;

/** Some rows of a matrix. */
export function rowsOf(whole: TensorInfo, first: number, rows: number): Part {
  const [, columns]: number[] = whole.shape;
  return { whole, from: first * columns, rows, columns, stride: columns };
}

export interface Flips {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** The matrix as a part. */
export function partOf(matrix: Matrix): Part {
  if ('whole' in matrix) return matrix;
  const columns = matrix.shape.at(-1)!;
  const rows = sizeOf(matrix.shape.slice(0, -1));
  return { whole: matrix, from: 0, rows, columns, stride: columns };
}

/** How many `rows` and `columns` a product has, and how many terms a number of it. */
export interface Extent {
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
}

export function extentOf(a: Matrix, b: Matrix, { transposeA, transposeB }: Flips): Extent {
  const [left, right] = [partOf(a), partOf(b)];
  const [rows, depth] = transposeA ? [left.columns, left.rows] : [left.rows, left.columns];
  return { rows, depth, columns: transposeB ? right.rows : right.columns };
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
