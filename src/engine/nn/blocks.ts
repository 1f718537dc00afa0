import * as tf from '../../kernels/tensor';

/** Users of whom so many numbers each are held while they are scored, and how many there may be at once. */
export interface Room {
  readonly perUser: number;
  readonly most: number;
}

/**
 * What `score` makes of `queries` users, a block of them at a time: it is given the first and
 * how many, and gives `[block, …]`.
 */
export function scoreInBlocks(
  queries: number,
  { perUser, most }: Room,
  score: (from: number, size: number) => tf.Tensor,
): tf.Tensor {
  const size = Math.max(1, Math.floor(most / perUser));
  const blocks = Array.from({ length: Math.ceil(queries / size) }, (_zero, i) => i * size);
  return tf.concat(
    blocks.map((from) => tf.tidy(() => score(from, Math.min(size, queries - from)))),
  );
}
