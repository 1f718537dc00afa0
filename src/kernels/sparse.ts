import { tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { transpose, type Lists } from './lists';

/** Where a sparse matrix on the device has entries, row by row (CSR). */
export interface Pattern {
  readonly rows: number;
  /** int32 `[rows + 1]`: where the entries of each row begin, and at last where they end. */
  readonly offsets: Tensor;
  /** int32 `[entries]`: the column of each. */
  readonly indices: Tensor;
}

/** … and what they are. */
export interface Sparse extends Pattern {
  /** `[entries]` */
  readonly values: Tensor;
}

/** Rows that have entries at such columns; the caller disposes the tensors. */
export function toPattern({ offsets, indices }: Lists): Pattern {
  // Without any entry there is a spare one, since devices have no empty buffers.
  const columns = indices.length === 0 ? new Int32Array(1) : indices;
  return {
    rows: offsets.length - 1,
    offsets: tensor1d(offsets, 'int32'),
    indices: tensor1d(columns, 'int32'),
  };
}

/** Rows that have such `values` at such columns, and zeros elsewhere; the caller disposes the tensors. */
export function toSparse(lists: Lists, values: Float32Array): Sparse {
  const numbers = values.length === 0 ? new Float32Array(1) : values;
  return { ...toPattern(lists), values: tensor1d(numbers) };
}

/** A sparse matrix both ways round, so that products with it can be differentiated. */
export interface SparsePair {
  readonly matrix: Sparse;
  readonly transposed: Sparse;
}

/** A matrix of so many `columns` and its transpose; the caller disposes the tensors. */
export function toSparsePair(lists: Lists, values: Float32Array, columns: number): SparsePair {
  const { order, ...transposed } = transpose(lists, columns);
  const transposedValues = Float32Array.from(order, (entry) => values[entry]);
  return {
    matrix: toSparse(lists, values),
    transposed: toSparse(transposed, transposedValues),
  };
}

/** A pattern both ways round. */
export interface PatternPair {
  readonly pattern: Pattern;
  readonly transposed: Pattern;
  /** int32 `[entries]`: which entry of `pattern` each of `transposed` is. */
  readonly order: Tensor;
}

/** A pattern of so many `columns` and its transpose; the caller disposes the tensors. */
export function toPatternPair(lists: Lists, columns: number): PatternPair {
  const { order, ...transposed } = transpose(lists, columns);
  return {
    pattern: toPattern(lists),
    transposed: toPattern(transposed),
    order: tensor1d(order, 'int32'),
  };
}
