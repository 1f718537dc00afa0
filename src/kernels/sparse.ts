import { tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import type { Lists } from './lists';
import { groupByRow } from './segments';

/** A sparse matrix on the device, row by row (CSR). */
export interface Sparse {
  readonly rows: number;
  /** int32 `[rows + 1]`: where the entries of each row begin, and at last where they end. */
  readonly offsets: Tensor;
  /** int32 `[entries]`: the column of each. */
  readonly indices: Tensor;
  /** `[entries]` */
  readonly values: Tensor;
}

/** Rows that have such `values` at such columns, and zeros elsewhere; the caller disposes the tensors. */
export function toSparse({ offsets, indices }: Lists, values: Float32Array): Sparse {
  // Without any entry there is a spare one, since devices have no empty buffers.
  const isEmpty = indices.length === 0;
  return {
    rows: offsets.length - 1,
    offsets: tensor1d(offsets, 'int32'),
    indices: tensor1d(isEmpty ? new Int32Array(1) : indices, 'int32'),
    values: tensor1d(isEmpty ? new Float32Array(1) : values),
  };
}

/** A sparse matrix both ways round, so that products with it can be differentiated. */
export interface SparsePair {
  readonly matrix: Sparse;
  readonly transposed: Sparse;
}

/** A matrix of so many `columns` and its transpose; the caller disposes the tensors. */
export function toSparsePair(lists: Lists, values: Float32Array, columns: number): SparsePair {
  const { indices } = lists;
  const { packed } = groupByRow(indices);
  const order = packed.subarray(0, indices.length);
  const rowOf = rowsOf(lists);
  const offsets = new Int32Array(columns + 1);
  for (const column of indices) offsets[column + 1]++;
  for (let column = 0; column < columns; column++) offsets[column + 1] += offsets[column];
  const transposed = { offsets, indices: order.map((entry) => rowOf[entry]) };
  const transposedValues = Float32Array.from(order, (entry) => values[entry]);
  return {
    matrix: toSparse(lists, values),
    transposed: toSparse(transposed, transposedValues),
  };
}

/** The row that each entry lies in: `[entries]` */
function rowsOf({ offsets, indices }: Lists): Int32Array {
  const rows = new Int32Array(indices.length);
  for (let row = 0; row < offsets.length - 1; row++) {
    rows.fill(row, offsets[row], offsets[row + 1]);
  }
  return rows;
}
