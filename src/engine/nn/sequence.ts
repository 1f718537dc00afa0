import type { Catalogue } from '../../kernels/catalogue-loss/catalogue-loss';
import type { Random } from '../../kernels/random';
import { layEndToEnd, roomFor, type Ragged } from '../../kernels/ragged';
import * as tf from '../../kernels/tensor';
import { recentItems, type Cut, type EndToEnd, type SequenceBatch } from '../data/batches';
import type { Query } from '../data/dataset';

/** Histories as a model reads them: laid end to end, oldest first, with a tail after the last. */
export interface Sequences {
  readonly ragged: Ragged;
  /** `[positions]`, 0 at the tail */
  readonly items: Int32Array;
  /** ms since 1970, NaN where unknown; none at the tail */
  readonly times: Float64Array;
}

export function toSequences({ lengths, items, times }: EndToEnd): Sequences {
  const size = roomFor(items.length);
  return { ragged: layEndToEnd(lengths, size), items: padded(items, size), times };
}

/** The newest liked items of each query, as they are cut. */
export function readHistories(queries: readonly Query[], cut: Cut): Sequences {
  const histories = queries.map(({ history }) => history);
  return toSequences(recentItems(histories, cut));
}

/** What belongs to the sequence of each position, and `otherwise` at the tail: `[positions]` */
export function spreadOver<T>(
  values: ArrayLike<T>,
  { offsets, size }: Ragged,
  otherwise: T,
): readonly T[] {
  const spread = new Array<T>(size).fill(otherwise);
  for (let i = 0; i < values.length; i++) spread.fill(values[i], offsets[i], offsets[i + 1]);
  return spread;
}

/** How old each position is, from 0 for the newest of its sequence; 0 at the tail: `[positions]` */
export function agesOf({ offsets, size }: Ragged): Int32Array {
  const ages = new Int32Array(size);
  for (let sequence = 1; sequence < offsets.length; sequence++) {
    const end = offsets[sequence];
    for (let position = offsets[sequence - 1]; position < end; position++) {
      ages[position] = end - 1 - position;
    }
  }
  return ages;
}

/**
 * The mean loss of the next item over all positions of a batch but the tail, for `states`
 * `[positions, dim]`, and `items` `[items, dim]` with `bias` `[items]`.
 */
export type NextItemLoss = (
  states: tf.Tensor,
  catalogue: Catalogue,
  batch: SequenceBatch,
  random: Random,
) => tf.Tensor;

/** The target of each position, and its share in the mean: 0 at the tail. Both `[positions]`. */
export function targetsOf(states: tf.Tensor, { size, targets }: SequenceBatch) {
  const [positions]: number[] = states.shape;
  const shares = new Float32Array(positions).fill(1 / size, 0, size);
  return { wanted: padded(targets, positions), shares };
}

/** The state at the newest position of each sequence, zero where it is empty: `[sequences, dim]` */
export function lastState(states: tf.Tensor, { ragged: { offsets } }: Sequences): tf.Tensor {
  const ends = offsets.subarray(1);
  const last = tf.lookup(
    states,
    ends.map((end) => Math.max(end - 1, 0)),
  );
  const isEmpty = Array.from(ends, (end, sequence) => end === offsets[sequence]);
  if (!isEmpty.some(Boolean)) return last;
  return tf.mul(
    last,
    tf.tensor2d(
      isEmpty.map((empty) => Number(!empty)),
      [ends.length, 1],
    ),
  );
}

function padded(values: Int32Array, size: number): Int32Array {
  const longer = new Int32Array(size);
  longer.set(values);
  return longer;
}
