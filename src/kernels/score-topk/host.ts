import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import type { Native } from '../wasm/native';
import { Best } from './best';

/** Scores that exist at once: they stay in the nearest caches. */
const scoresAtOnce = 2 ** 16;

/** The best items for `users`: products of a tile of items at a time, a heap for each query. */
export function scoreTopKOnHost(
  host: Host,
  [users, items, seen, topItems, topScores, bias]: readonly TensorInfo[],
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
    bests.forEach((best, query) => {
      const row = {
        scores: tile,
        from: query * stride,
        bias: bias ?? null,
        first: from,
        count: columns,
      };
      offerRow(host, best, row, seenBy(host, seen, query));
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
  for (let query = 0; query < queries; query++) {
    const best = new Best(k);
    const row = { scores, from: query * items, bias: null, first: 0, count: items };
    offerRow(host, best, row, seenBy(host, seen, query));
    moveTo(host, best, query, [topItems, topScores]);
  }
  return [];
}

/** Scores of some items in a row, less their bias. */
interface Row {
  readonly scores: TensorInfo;
  /** The place of the first score. */
  readonly from: number;
  /** `[items]` */
  readonly bias: TensorInfo | null;
  /** The first item. */
  readonly first: number;
  readonly count: number;
}

function offerRow(host: Host, best: Best, row: Row, isSeen: (item: number) => boolean): void {
  const { from, first, count } = row;
  const scores = host.numbers(row.scores);
  const bias = row.bias && host.numbers(row.bias);
  const next = host.native ? nativeFinder(host.native, row) : finder(scores, bias, row);
  for (let place = next(0, best.floor); place < count; place = next(place + 1, best.floor)) {
    const score = scores[from + place];
    const item = first + place;
    if (!isSeen(item)) best.offer(bias ? Math.fround(score + bias[item]) : score, item);
  }
}

/** Finds the next place in a row, or its end, whose score is above a floor: what is not worth a look is most. */
type Finder = (place: number, floor: number) => number;

function finder(
  scores: Float32Array,
  bias: Float32Array | null,
  { from, first, count }: Row,
): Finder {
  return (place, floor) => {
    if (bias) {
      while (place < count && !(Math.fround(scores[from + place] + bias[first + place]) > floor))
        place++;
    } else while (place < count && !(scores[from + place] > floor)) place++;
    return place;
  };
}

function nativeFinder({ routines, address }: Native, row: Row): Finder {
  const scores = address(row.scores) + 4 * row.from;
  const bias = row.bias ? address(row.bias) + 4 * row.first : 0;
  return (place, floor) => routines.nextAbove(scores, bias, place, row.count, floor);
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
