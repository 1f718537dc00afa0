import { tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import type { Lists } from './lists';

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
