import { createRandom } from '../../kernels/random';
import { itemCounts, type Dataset } from '../data/dataset';
import type { Vocabulary } from '../data/vocabulary';
import type { ItemVectors } from './shelf';

/** Directions in which items are told apart. */
const width = 32;

/**
 * Vectors of `items` by who chose them, for models that keep none: each item's users, at length 1,
 * along the directions in which such sets vary most, found by one step from random ones. What is
 * chosen by the same people lies close together; zeros where nobody chose it.
 * Halko et al. (2011), Algorithm 4.3, https://doi.org/10.1137/090771806
 */
export function choiceVectors(dataset: Dataset, items: Vocabulary): ItemVectors {
  const { random, users } = { random: createRandom(1), users: dataset.users.size };
  const guess = Float32Array.from({ length: users * width }, () => random.normal());
  const directions = alongUsers(dataset, alongItems(dataset, guess));
  orthonormalize(directions);
  const vectors = alongItems(dataset, directions);
  const values = new Float32Array(items.size * width);
  items.ids.forEach((id, item) => {
    const place = dataset.items.find(id);
    if (place >= 0) values.set(vectors.subarray(place * width, (place + 1) * width), item * width);
  });
  return { values, width };
}

/** What users add up to for each item: `[users · width]` → `[items · width]` */
function alongItems(dataset: Dataset, ofUsers: Float32Array): Float32Array {
  const sums = new Float32Array(dataset.items.size * width);
  forEachChoice(dataset, (user, item, share) => {
    for (let d = 0; d < width; d++) sums[item * width + d] += share * ofUsers[user * width + d];
  });
  return sums;
}

/** … and items for each user: `[items · width]` → `[users · width]` */
function alongUsers(dataset: Dataset, ofItems: Float32Array): Float32Array {
  const sums = new Float32Array(dataset.users.size * width);
  forEachChoice(dataset, (user, item, share) => {
    for (let d = 0; d < width; d++) sums[user * width + d] += share * ofItems[item * width + d];
  });
  return sums;
}

/** Visits all choices, each with its share in the length of its item's row. */
function forEachChoice(
  dataset: Dataset,
  visit: (user: number, item: number, share: number) => void,
): void {
  const shares = Float32Array.from(itemCounts(dataset), (count) => 1 / Math.sqrt(count || 1));
  dataset.itemOf.forEach((item, event) => visit(dataset.userOf[event], item, shares[item]));
}

/** What of a column may be rounding, where those before it leave nothing else. */
const noise = 1e-4;

/**
 * Makes the columns of `rows` `[n · width]` unit vectors at right angles to each other, in place;
 * zeros where they have nothing of their own.
 */
function orthonormalize(rows: Float32Array): void {
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let at = 0; at < rows.length; at += width) sum += rows[at + a] * rows[at + b];
    return sum;
  };
  const add = (a: number, factor: number, b: number): void => {
    for (let at = 0; at < rows.length; at += width) rows[at + a] += factor * rows[at + b];
  };
  for (let column = 0; column < width; column++) {
    const before = Math.sqrt(dot(column, column));
    for (let other = 0; other < column; other++) add(column, -dot(other, column), other);
    const length = Math.sqrt(dot(column, column));
    add(column, (length > noise * before ? 1 / length : 0) - 1, column);
  }
}
