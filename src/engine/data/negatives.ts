import { randomBits } from '../../kernels/counter-random';
import { itemCounts, type Dataset } from './dataset';
import { chosenItems } from './rows';

/** The item that 32 random `bits` draw from those that `user` did not choose. */
export type NegativeSampler = (user: number, bits: number) => number;

/** Every item that the user did not choose, but new ones, is equally likely; any, where none is left. */
export function uniformNegatives(train: Dataset): NegativeSampler {
  const count = countDrawn(train);
  const { offsets, indices } = chosenItems(train);
  return (user, bits) => {
    const [start, end] = [offsets[user], offsets[user + 1]];
    const others = count - (end - start);
    const rank = Math.floor((bits / 2 ** 32) * (others || count));
    return others === 0 ? rank : rank + itemsBefore(indices, start, end, rank);
  };
}

/** How many of the items are drawn at all: those that came after the others are new. */
function countDrawn({ items, firstNew = items.size }: Dataset): number {
  return firstNew;
}

/** How many of the `items` from `start` to `end` lie before the item that has `rank` others before it. */
function itemsBefore(items: Int32Array, start: number, end: number, rank: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] - (middle - start) <= rank) low = middle + 1;
    else high = middle;
  }
  return low - start;
}

/** Items that all events of a batch are compared with, and how likely each was to be drawn. */
export interface SharedNegatives {
  /** `[count]`; an item may occur again. */
  draw(count: number, key: number): Int32Array;
  /** The logarithm of the probability with which a draw gives each of `items`. */
  logProbabilities(items: Int32Array): Float32Array;
}

/** Flattens the popularity by which items are drawn: Mikolov et al. (2013), https://arxiv.org/abs/1310.4546 */
const flatness = 0.75;

/** Draws popular items more often, but every item sometimes, except new ones. */
export function sharedNegatives(train: Dataset): SharedNegatives {
  const counts = itemCounts(train).subarray(0, countDrawn(train));
  const weights = Float64Array.from(counts, (count) => (count + 1) ** flatness);
  const upTo = weights.slice();
  for (let item = 1; item < upTo.length; item++) upTo[item] += upTo[item - 1];
  const sum = upTo[upTo.length - 1];
  return {
    draw: (count, key) =>
      Int32Array.from({ length: count }, (_zero, i) =>
        firstAbove(upTo, (randomBits(key, i) / 2 ** 32) * sum),
      ),
    logProbabilities: (items) => Float32Array.from(items, (item) => Math.log(weights[item] / sum)),
  };
}

/** The place of the first of the ascending `values` that is greater than `bound`. */
function firstAbove(values: Float64Array, bound: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
