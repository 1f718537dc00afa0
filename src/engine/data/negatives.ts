import { historyOf, type Dataset } from './dataset';

/** The item that 32 random `bits` draw from those that `user` did not choose. */
export type NegativeSampler = (user: number, bits: number) => number;

/** Every item that the user did not choose is equally likely; any, where none is left. */
export function uniformNegatives(train: Dataset): NegativeSampler {
  const count = train.items.size;
  const chosen = Array.from({ length: train.users.size }, (_user, user) =>
    historyOf(train, user)
      .items.slice()
      .sort()
      .filter((item, i, items) => item !== items[i - 1]),
  );
  return (user, bits) => {
    const items = chosen[user];
    const others = count - items.length;
    const rank = Math.floor((bits / 2 ** 32) * (others || count));
    return others === 0 ? rank : rank + itemsBefore(items, rank);
  };
}

/** How many of the ascending `items` lie before the item which has `rank` others before it. */
function itemsBefore(items: Int32Array, rank: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] - middle <= rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
