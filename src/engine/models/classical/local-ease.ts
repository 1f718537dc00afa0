import { solveDefinite } from '../../../kernels/cholesky';
import { listAt, listsBetween, transpose, type Lists } from '../../../kernels/lists';
import { createTurns } from '../../../kernels/turns';
import { itemCounts, type Dataset } from '../../data/dataset';
import { findNeighbours, forEachItem, votes, type Neighbours } from './neighbours';

/** What each item is a weighted sum of: `weights` is as long as `lists.indices`. */
export interface LocalWeights {
  readonly lists: Lists;
  readonly weights: Float32Array;
}

/** Numbers in the systems that are set up at once: 2^25 are 256 MiB. */
const mostNumbers = 2 ** 25;

/**
 * EASE where each item may be a sum of its `most` nearest neighbours by cosine alone, and
 * of all others not at all: a ridge regression for each, exact within that pattern, and
 * EASE itself where all items go together and `most` lets all in. The sparse approximation
 * of Steck (2019), https://arxiv.org/abs/1910.09645, with every item solved for by itself
 * (there: r = 0). Time grows with the items times `most`³, and with the squares of the histories.
 */
export async function solveLocally(
  train: Dataset,
  l2: number,
  most: number,
): Promise<LocalWeights> {
  const norms = itemCounts(train).map(Math.sqrt);
  const lists = listsOf(
    await findNeighbours(train, most, {
      shares: votes(train),
      similarity: (sum, item, other) => sum / (norms[item] * norms[other]),
    }),
  );
  const weights = new Float32Array(lists.indices.length);
  const atOnce = Math.max(Math.floor(mostNumbers / most ** 2), 1);
  for (let from = 0; from < train.items.size; from += atOnce) {
    const to = Math.min(from + atOnce, train.items.size);
    await solveSome(train, l2, { lists, weights }, [from, to]);
  }
  return { lists, weights };
}

/** The neighbours without the empty slots. */
function listsOf({ kept, items, similarities }: Neighbours): Lists {
  const isOne = (_item: number, slot: number): boolean => similarities[slot] > 0;
  const offsets = new Int32Array(items.length / kept + 1);
  for (let slot = 0; slot < items.length; slot++) {
    if (similarities[slot] > 0) offsets[Math.floor(slot / kept) + 1]++;
  }
  for (let item = 1; item < offsets.length; item++) offsets[item] += offsets[item - 1];
  return { offsets, indices: Int32Array.from(items.filter(isOne)) };
}

/** Fills in the weights of the items `from … to - 1`. */
async function solveSome(
  train: Dataset,
  l2: number,
  { lists, weights }: LocalWeights,
  [from, to]: readonly [number, number],
): Promise<void> {
  const targets = listsBetween(lists, from, to);
  const systems = Array.from({ length: to - from }, (_zero, target) => {
    const neighbours = listAt(targets, target);
    const size = neighbours.length;
    return { neighbours, matrix: new Float64Array(size * size), right: new Float64Array(size) };
  });
  // Every item knows its own row of counts, which is a row of all systems it is in.
  const places = transpose(targets, train.items.size);
  await forEachItem(train, votes(train), (item, counts) => {
    for (let entry = places.offsets[item]; entry < places.offsets[item + 1]; entry++) {
      const target = places.indices[entry];
      const { neighbours, matrix, right } = systems[target];
      const place = places.order[entry] - targets.offsets[target];
      const row = place * neighbours.length;
      for (let i = 0; i < neighbours.length; i++) matrix[row + i] = counts[neighbours[i]];
      matrix[row + place] += l2;
      right[place] = counts[from + target];
    }
  });
  const turn = createTurns();
  for (const [target, { matrix, right }] of systems.entries()) {
    await turn();
    solveDefinite(matrix, right);
    weights.set(right, lists.offsets[from + target]);
  }
}

/** Bytes that it takes: the systems of one turn, the neighbours and the interactions both ways round. */
export function localMemory({ items, itemOf }: Dataset, most: number): number {
  const systems = 8 * Math.min(mostNumbers, items.size * most ** 2);
  return systems + 4 * (6 * items.size * most + 3 * itemOf.length);
}
