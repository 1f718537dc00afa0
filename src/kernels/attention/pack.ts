import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/** Some of the rows that lie one after the other in a tensor. */
export interface Rows {
  /** Where row 0 begins. */
  readonly start: number;
  /** `[n]` which ones. */
  readonly at: Int32Array;
  readonly width: number;
}

/** The rows as a tensor of their own, `[n, width]`. */
export function pack(host: Host, tensor: TensorInfo, { start, at, width }: Rows): TensorInfo {
  const packed = host.make([at.length, width]);
  const [from, to] = [host.numbers(tensor), host.numbers(packed)];
  for (let i = 0; i < at.length; i++) {
    const row = start + at[i] * width;
    to.set(from.subarray(row, row + width), i * width);
  }
  return packed;
}

/** The rows as columns, `[width, n]`. */
export function packTransposed(
  host: Host,
  tensor: TensorInfo,
  { start, at, width }: Rows,
): TensorInfo {
  const n = at.length;
  const packed = host.make([width, n]);
  const [from, to] = [host.numbers(tensor), host.numbers(packed)];
  for (let i = 0; i < n; i++) {
    const row = start + at[i] * width;
    for (let column = 0; column < width; column++) to[column * n + i] = from[row + column];
  }
  return packed;
}

/** Puts `packed` `[n, width]` back in the place of the rows. */
export function unpack(
  host: Host,
  packed: TensorInfo,
  tensor: TensorInfo,
  { start, at, width }: Rows,
): void {
  const [from, to] = [host.numbers(packed), host.numbers(tensor)];
  for (let i = 0; i < at.length; i++) {
    to.set(from.subarray(i * width, (i + 1) * width), start + at[i] * width);
  }
}
