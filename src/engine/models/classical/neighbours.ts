import * as tf from '../../../kernels/tensor';
import { Best } from '../../../kernels/score-topk/best';
import { transpose } from '../../../kernels/lists';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import { createTurns } from '../../../kernels/turns';
import type { Dataset, Query } from '../../data/dataset';
import { addedAlone } from '../../nn/explain';
import { saidByItem } from '../../nn/fold-in';

/** How alike two items are, by the users who chose both. */
export interface Likeness {
  /** What each user adds to all pairs of their items: `[users]` */
  readonly shares: Float32Array;
  /** Of an item and another, from the sum of those shares, which is above 0. */
  similarity(sum: number, item: number, other: number): number;
}

/** The nearest neighbours of each item, nearest first. */
export interface Neighbours {
  /** How many of them each item has room for. */
  readonly kept: number;
  /** `[items · kept]`, 0 in slots without a neighbour. */
  readonly items: Float32Array;
  /** `[items · kept]`, 0 in slots without a neighbour. */
  readonly similarities: Float32Array;
}

/** The `most` items that are most like each: time grows with the squares of the histories. */
export function findNeighbours(
  train: Dataset,
  most: number,
  { shares, similarity }: Likeness,
): Promise<Neighbours> {
  return keepNearest(train.items.size, most, {
    forEachItem: (visit) => forEachItem(train, shares, visit),
    similarity,
  });
}

/** What `visit` is shown of each item: what it and any other add up to, `[items]`, only lent. */
export type Visit = (item: number, sums: Float32Array) => void;

/** The `most` of `items` that are nearest to each, of those with which it adds up to anything. */
export async function keepNearest(
  items: number,
  most: number,
  {
    forEachItem,
    similarity,
  }: Pick<Likeness, 'similarity'> & { forEachItem(visit: Visit): Promise<void> },
): Promise<Neighbours> {
  const kept = Math.min(most, items);
  const found = {
    kept,
    items: new Float32Array(items * kept),
    similarities: new Float32Array(items * kept),
  };
  const [bestItems, bestScores] = [new Int32Array(kept), new Float32Array(kept)];
  await forEachItem((item, sums) => {
    const best = new Best(kept);
    for (let other = 0; other < items; other++) {
      if (sums[other] === 0 || other === item) continue;
      const score = similarity(sums[other], item, other);
      if (score > best.floor) best.offer(score, other);
    }
    const { size } = best;
    best.moveTo(bestItems, bestScores);
    found.items.set(bestItems.subarray(0, size), item * kept);
    found.similarities.set(bestScores.subarray(0, size), item * kept);
  });
  return found;
}

/** Every user's pairs count 1. */
export function votes({ users }: Dataset): Float32Array {
  return new Float32Array(users.size).fill(1);
}

/** Visits each item with what the users who chose it and any other add up to. */
export function forEachItem(train: Dataset, shares: Float32Array, visit: Visit): Promise<void> {
  return sumByItem(train, visit, (sums, user) => {
    for (let event = train.offsets[user]; event < train.offsets[user + 1]; event++) {
      sums[train.itemOf[event]] += shares[user];
    }
  });
}

/** Visits each item with sums to which `add` has added for every event that chose it. */
export async function sumByItem(
  train: Dataset,
  visit: Visit,
  add: (sums: Float32Array, user: number, event: number) => void,
): Promise<void> {
  const choosers = transpose({ offsets: train.offsets, indices: train.itemOf }, train.items.size);
  const sums = new Float32Array(train.items.size);
  const turn = createTurns();
  for (let item = 0; item < train.items.size; item++) {
    await turn();
    sums.fill(0);
    for (let place = choosers.offsets[item]; place < choosers.offsets[item + 1]; place++) {
      add(sums, choosers.indices[place], choosers.order[place]);
    }
    visit(item, sums);
  }
}

/** Neighbours as weights: `[items, kept]` both. */
export function toWeights({ kept, items, similarities }: Neighbours) {
  const shape: [number, number] = [items.length / kept, kept];
  return {
    neighbours: tf.tensor2d(items, shape),
    similarities: tf.tensor2d(similarities, shape),
  };
}

/** How much of each item's neighbours was chosen, as they are similar to it: `[queries, items]` */
export function sumNeighbours(
  { neighbours, similarities }: ReturnType<typeof toWeights>,
  queries: readonly Query[],
): tf.Tensor {
  const [rows, kept] = neighbours.shape;
  const matrix = {
    rows,
    offsets: tf.tensor1d(Int32Array.from({ length: rows + 1 }, (_zero, row) => row * kept)),
    indices: tf.cast(tf.reshape(neighbours, [rows * kept]), 'int32'),
    values: tf.reshape(similarities, [rows * kept]),
  };
  return tf.transpose(sparseProduct(matrix, saidByItem(queries, rows)));
}

/** What each event of a history adds to that sum for one item: `[events]` */
export function explainNeighbours(
  weights: ReturnType<typeof toWeights>,
  stranger: Query,
  item: number,
): tf.Tensor {
  return addedAlone(stranger, item, (queries) => sumNeighbours(weights, queries));
}

/** Bytes of the neighbours, and of what they are gathered from. */
export function neighboursMemory({ items, itemOf }: Dataset, most: number): number {
  return 4 * (2 * 2 * items.size * Math.min(most, items.size) + itemOf.length);
}
