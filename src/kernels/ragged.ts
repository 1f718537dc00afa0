import { tensor1d, type Tensor } from '@tensorflow/tfjs-core';

/** Sequences of different lengths laid end to end: nothing is padding but the tail. */
export interface Ragged {
  /** Where each sequence begins, and at last where the last one ends: `[sequences + 1]` */
  readonly offsets: Int32Array;
  /** Positions in all, the tail included, which belongs to no sequence. */
  readonly size: number;
  /** int32 `[size]`: where the sequence of each position begins; at the tail, the position itself. */
  readonly starts: Tensor;
  /** int32 `[size]`: where it ends; at the tail, the position itself. */
  readonly ends: Tensor;
}

/**
 * A size for so many positions: with a tail of at most a sixteenth of them, or of 31 where
 * they are few, so that devices meet few shapes.
 */
export function roomFor(positions: number): number {
  const step = Math.max(2 ** (Math.floor(Math.log2(positions)) - 4), 32);
  return Math.max(Math.ceil(positions / step), 1) * step;
}

/**
 * Lays out sequences of such lengths; a `size` above their sum leaves a tail, so that
 * devices meet few shapes. The caller disposes `starts` and `ends`.
 */
export function layEndToEnd(lengths: ArrayLike<number>, size?: number): Ragged {
  const offsets = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i] + lengths[i];
  const total = size ?? offsets[lengths.length];
  const starts = Int32Array.from({ length: total }, (_zero, position) => position);
  const ends = starts.slice();
  for (let i = 0; i < lengths.length; i++) {
    starts.fill(offsets[i], offsets[i], offsets[i + 1]);
    ends.fill(offsets[i + 1], offsets[i], offsets[i + 1]);
  }
  return {
    offsets,
    size: total,
    starts: tensor1d(starts, 'int32'),
    ends: tensor1d(ends, 'int32'),
  };
}
