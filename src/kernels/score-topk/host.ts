import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { Best } from './best';

/** Scores that exist at once: they stay in the nearest caches. */
const scoresAtOnce = 2 ** 16;

/** The best items for `users`: products of a tile of items at a time, a heap for each query. */
export function scoreTopKOnHost(
  host: Host,
  [users, items, bias, seen, topItems, topScores]: readonly TensorInfo[],
): TensorInfo[] {
  const [[queries], [count, dim], [, k]] = [users.shape, items.shape, topItems.shape];
  const bests = Array.from({ length: queries }, () => new Best(k));
  const stride = Math.min(count, Math.max(64, Math.floor(scoresAtOnce / queries)));
  const tile = host.make([queries, stride]);
  for (let from = 0; from < count; from += stride) {
    const columns = Math.min(stride, count - from);
    const product = { whole: tile, from: 0, rows: queries, columns, stride };
    const part = { whole: items, from: from * dim, rows: columns, columns: dim, stride: dim };
    host.multiplyInto(product, users, part, { transposeB: true });
    const [scores, start] = [host.numbers(tile), host.numbers(bias)];
    bests.forEach((best, query) => {
      const isSeen = seenBy(host, seen, query);
      for (let column = 0; column < columns; column++) {
        const item = from + column;
        const score = Math.fround(scores[query * stride + column] + start[item]);
        if (score > best.floor && !isSeen(item)) best.offer(score, item);
      }
    });
  }
  host.free(tile);
  bests.forEach((best, query) => moveTo(host, best, query, [topItems, topScores]));
  return [];
}

/** The best of `scores`. */
export function topKOfScoresOnHost(
  host: Host,
  [scores, seen, topItems, topScores]: readonly TensorInfo[],
): TensorInfo[] {
  const [[queries, items], [, k]] = [scores.shape, topItems.shape];
  const numbers = host.numbers(scores);
  for (let query = 0; query < queries; query++) {
    const best = new Best(k);
    const isSeen = seenBy(host, seen, query);
    for (let item = 0; item < items; item++) {
      const score = numbers[query * items + item];
      if (score > best.floor && !isSeen(item)) best.offer(score, item);
    }
    moveTo(host, best, query, [topItems, topScores]);
  }
  return [];
}

/** Which items a query leaves out, from the bits of `seen` `[queries, words]`. */
function seenBy(host: Host, seen: TensorInfo, query: number): (item: number) => boolean {
  const bits = host.integers(seen);
  const from = query * seen.shape[1];
  return (item) => ((bits[from + (item >> 5)] >> (item & 31)) & 1) === 1;
}

function moveTo(
  host: Host,
  best: Best,
  query: number,
  [topItems, topScores]: readonly TensorInfo[],
): void {
  const [, k] = topItems.shape;
  const [from, to] = [query * k, (query + 1) * k];
  best.moveTo(
    host.integers(topItems).subarray(from, to),
    host.numbers(topScores).subarray(from, to),
  );
}
