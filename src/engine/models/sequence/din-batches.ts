import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { eventsBetween, type Dataset, type History } from '../../data/dataset';
import type { SharedNegatives } from '../../data/negatives';
import type { NewestFirst } from '../../nn/newest-first';

/** How often a history is cut short, so that what little is known of a newcomer is learned from too. */
const cutShort = 0.5;

/**
 * What came before each event, at most `length` events, none before a first: often only the
 * newest of them, a few as often as many.
 */
export function historiesBefore(
  train: Dataset,
  events: Int32Array,
  length: number,
  random: Random,
): History[] {
  return Array.from(events, (event) => {
    const first = train.offsets[train.userOf[event]];
    const most = random.uniform() < cutShort ? Math.floor(length ** random.uniform()) : length;
    return eventsBetween(train, Math.max(first, event - most), event);
  });
}

/** What takes a score out of a softmax. */
const hide = -1e9;

/**
 * What the scores of items `chosen` `[size]`, and beside them of those `drawn` `[n]` for all, are
 * corrected by, `[size, 1 + n]`: they are less the logarithms of how likely they are drawn, and
 * nothing that is in the history, or is what was chosen, stands against it.
 */
export function correctionsOf(
  chosen: Int32Array,
  drawn: Int32Array,
  { items, time, lengths }: NewestFirst,
  negatives: SharedNegatives,
): tf.Tensor {
  const [own, others] = [chosen, drawn].map((of) => negatives.logProbabilities(of));
  const width = 1 + drawn.length;
  const corrections = new Float32Array(chosen.length * width);
  chosen.forEach((item, event) => {
    const read = items.subarray(event * time, event * time + lengths[event]);
    corrections[event * width] = -own[event];
    drawn.forEach((other, i) => {
      const counts = other !== item && !read.includes(other);
      corrections[event * width + 1 + i] = counts ? -others[i] : hide;
    });
  });
  return tf.tensor2d(corrections, [chosen.length, width]);
}
