import * as tf from '../../kernels/tensor';
import { recentItems, type SequenceBatch } from '../data/batches';
import type { Query } from '../data/dataset';
import { catalogueCrossEntropy } from './losses';

/** Item indices `[rows · length]` with `-1` for padding, as tensors. */
export interface Sequences {
  /** `[rows · length]`, 0 at padding */
  readonly items: Int32Array;
  /** `[rows, length]` of 0 and 1 */
  readonly isReal: tf.Tensor;
}

export function toSequences(items: Int32Array, length: number): Sequences {
  const shape: [number, number] = [items.length / length, length];
  return {
    items: items.map((item) => Math.max(item, 0)),
    isReal: tf.tensor2d(
      Float32Array.from(items, (item) => Number(item >= 0)),
      shape,
    ),
  };
}

/** The newest liked items of each query, at most `length`: as wide as the longest needs. */
export function readHistories(queries: readonly Query[], length: number): Sequences {
  const histories = queries.map(({ history }) => history);
  const { items, width } = recentItems(histories, length);
  return toSequences(items, width);
}

/** Vectors of the items, zero at padding: `[rows, length, dim]` */
export function embed(table: tf.Tensor, { items, isReal }: Sequences): tf.Tensor {
  const vectors = tf.reshape(tf.lookup(table, items), [...isReal.shape, -1]);
  return tf.mul(vectors, tf.expandDims(isReal, 2));
}

/** Positions are padded to a multiple of this: few shapes keep the GPU's buffer pool small. */
const positionsPadding = 256;

/**
 * Mean cross-entropy of the next item over the positions that have one: `states`
 * `[rows, length, dim]`, `items` `[items, dim]`, `bias` `[items]`. Padding costs nothing.
 */
export function nextItemLoss(
  states: tf.Tensor,
  { items, bias }: { readonly items: tf.Tensor; readonly bias: tf.Tensor },
  { rows, length, size, targets }: SequenceBatch,
): tf.Tensor {
  const count = Math.ceil(size / positionsPadding) * positionsPadding;
  const positions = new Int32Array(count);
  positions.set(Int32Array.from(targets.keys()).filter((position) => targets[position] >= 0));
  const flat = tf.reshape(states, [rows * length, -1]);
  const chosen = tf.lookup(flat, positions); // [count, dim]
  const wanted = positions.map((position) => Math.max(targets[position], 0));
  const counted = Float32Array.from(positions, (_position, i) => Number(i < size));
  const [target, weight] = [tf.tensor1d(wanted, 'int32'), tf.tensor1d(counted)];
  return catalogueCrossEntropy(chosen, { items, bias }, target, weight);
}

/** The state at the newest position, zero where there is no history: `[rows, dim]` */
export function lastState(states: tf.Tensor, { isReal }: Sequences): tf.Tensor {
  const [rows, length, dim]: number[] = states.shape;
  const last = tf.reshape(tf.slice(states, [0, length - 1, 0], [rows, 1, dim]), [rows, dim]);
  return tf.mul(last, tf.slice(isReal, [0, length - 1], [rows, 1]));
}
