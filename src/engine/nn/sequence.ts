import { catalogueLoss, type Catalogue } from '../../kernels/catalogue-loss/catalogue-loss';
import type { Random } from '../../kernels/random';
import { layEndToEnd, roomFor, type Ragged } from '../../kernels/ragged';
import { sampledSoftmax, type Candidates } from '../../kernels/sampled-softmax/sampled-softmax';
import * as tf from '../../kernels/tensor';
import { recentItems, type EndToEnd, type SequenceBatch } from '../data/batches';
import type { Query } from '../data/dataset';
import type { SharedNegatives } from '../data/negatives';

/** Histories as a model reads them: laid end to end, oldest first, with a tail after the last. */
export interface Sequences {
  readonly ragged: Ragged;
  /** `[positions]`, 0 at the tail */
  readonly items: Int32Array;
}

export function toSequences({ lengths, items }: EndToEnd): Sequences {
  const size = roomFor(items.length);
  return { ragged: layEndToEnd(lengths, size), items: padded(items, size) };
}

/** The newest liked items of each query, at most `length`. */
export function readHistories(queries: readonly Query[], length: number): Sequences {
  const histories = queries.map(({ history }) => history);
  return toSequences(recentItems(histories, length));
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
 * Mean cross-entropy of the next item over all positions but the tail: `states`
 * `[positions, dim]`, `items` `[items, dim]`, `bias` `[items]`; among all items, or among
 * the target and `count` negatives that the batch shares.
 */
export function nextItemLoss(
  states: tf.Tensor,
  { items, bias }: Catalogue,
  { size, targets }: SequenceBatch,
  sampling: Sampling | null,
): tf.Tensor {
  const [positions]: number[] = states.shape;
  const shares = new Float32Array(positions).fill(1 / size, 0, size);
  const wanted = padded(targets, positions);
  if (!sampling) {
    return catalogueLoss(
      states,
      { items, bias },
      tf.tensor1d(wanted, 'int32'),
      tf.tensor1d(shares),
    );
  }
  const { negatives, count, random } = sampling;
  const candidates = (of: Int32Array): Candidates => ({
    items: of,
    rows: tf.lookup(items, of),
    bias: tf.lookup(bias, of),
    logProbabilities: negatives.logProbabilities(of),
  });
  const drawn = negatives.draw(count, random.bits());
  return sampledSoftmax(states, candidates(wanted), candidates(drawn), shares);
}

/** Where the negatives of a sampled softmax come from. */
export interface Sampling {
  readonly negatives: SharedNegatives;
  readonly count: number;
  readonly random: Random;
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
