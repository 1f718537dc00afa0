import type { Random } from '../../kernels/random';
import { historyOf, type Dataset } from './dataset';

/** Draws an item that `user` did not choose. */
export type NegativeSampler = (user: number, random: Random) => number;

/** Gives up after this many draws, for someone who chose nearly everything. */
const mostDraws = 100;

/** Every item that the user did not choose is equally likely. */
export function uniformNegatives(train: Dataset): NegativeSampler {
  const choices = Array.from({ length: train.users.size }, (_user, user) =>
    historyOf(train, user).items.slice().sort(),
  );
  return (user, random) => {
    let item = random.below(train.items.size);
    for (let draw = 1; draw < mostDraws && contains(choices[user], item); draw++) {
      item = random.below(train.items.size);
    }
    return item;
  };
}

/** Binary search in ascending `values`. */
function contains(values: Int32Array, wanted: number): boolean {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return values[low] === wanted;
}
