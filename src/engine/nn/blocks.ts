import * as tf from '../../kernels/tensor';

/** How many numbers are held for each user, or item, while it is scored, and how many there may be at once. */
export interface Room {
  readonly each: number;
  readonly most: number;
}

/**
 * What `score` makes of `count` users, or items, a block of them at a time: it is given the
 * first and how many. The blocks lie one after the other along `axis`.
 */
export function scoreInBlocks(
  count: number,
  { each, most }: Room,
  score: (from: number, size: number) => tf.Tensor,
  axis = 0,
): tf.Tensor {
  const size = Math.max(1, Math.floor(most / each));
  const blocks = Array.from({ length: Math.ceil(count / size) }, (_zero, i) => i * size);
  return tf.concat(
    blocks.map((from) => tf.tidy(() => score(from, Math.min(size, count - from)))),
    axis,
  );
}
