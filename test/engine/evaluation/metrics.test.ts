import { describe, expect, test } from 'vitest';
import { cutoffs, metrics } from '../../../src/engine/evaluation/metrics';
import { createRandom } from '../../../src/kernels/random';

type Name = keyof typeof metrics;

/** `'.x.'`: only the second place holds something relevant. */
const hitsOf = (places: string): boolean[] => Array.from(places, (place) => place === 'x');

const [second, third, fifth] = [1 / Math.log2(3), 1 / 2, 1 / Math.log2(6)];

/** Worked out by hand: places, how many items were relevant, the cutoff, the value. */
const cases: readonly (readonly [Name, string, number, number, number])[] = [
  ['ndcg', 'x....', 1, 5, 1],
  ['ndcg', '.x...', 1, 5, second],
  ['ndcg', '....x', 1, 5, fifth],
  ['ndcg', 'xx...', 2, 5, 1],
  ['ndcg', 'x.x..', 2, 5, (1 + third) / (1 + second)],
  ['ndcg', 'x....', 3, 5, 1 / (1 + second + third)],
  ['ndcg', 'xxxxx', 9, 5, 1], // the ideal has no more places than the ranking
  ['ndcg', '.x', 1, 5, second], // shorter than the cutoff
  ['ndcg', '', 1, 5, 0],
  ['hr', '....x', 7, 5, 1],
  ['hr', '.....', 7, 5, 0],
  ['hr', '', 1, 5, 0],
  ['recall', 'x.x..', 4, 5, 1 / 2],
  ['recall', 'xxxxx', 10, 5, 1 / 2], // the whole of what was relevant counts, not the cutoff
  ['recall', '.x', 1, 5, 1],
  ['precision', 'x.x..', 4, 5, 2 / 5],
  ['precision', 'xx', 2, 5, 2 / 5], // places that are not filled count as misses
  ['precision', '', 1, 5, 0],
  ['mrr', '..x.x', 2, 5, 1 / 3],
  ['mrr', 'x...x', 2, 5, 1],
  ['mrr', '.....', 2, 5, 0],
  ['map', 'x.x..', 2, 5, (1 + 2 / 3) / 2],
  ['map', '.x..x', 2, 5, (1 / 2 + 2 / 5) / 2],
  ['map', 'x....', 4, 5, 1 / 4],
  ['map', 'xxxxx', 9, 5, 1],
  ['map', '', 2, 5, 0],
];

test.each(cases)('%s of “%s” with %i relevant at %i is %f', (name, places, relevant, k, value) => {
  expect(metrics[name](hitsOf(places), relevant, k)).toBeCloseTo(value, 12);
});

/** Up to 20 places, and how many items were relevant, at least as many as were found. */
function randomCase(seed: number): { hits: boolean[]; relevant: number } {
  const random = createRandom(seed);
  const hits = Array.from({ length: random.below(21) }, () => random.uniform() < 0.3);
  return { hits, relevant: Math.max(1, hits.filter(Boolean).length + random.below(4)) };
}

const randomCases = Array.from({ length: 300 }, (_zero, seed) => randomCase(seed));
const names = Object.keys(metrics) as Name[];

describe.each(names)('%s', (name) => {
  const metric = metrics[name];

  test('agrees with another way to write it', () => {
    for (const { hits, relevant } of randomCases) {
      for (const k of cutoffs) {
        const found = metric(hits.slice(0, k), relevant, k);
        expect(found).toBeCloseTo(otherwise[name](ranksOf(hits, k), relevant, k), 12);
      }
    }
  });

  test('is 0 where nothing is found, 1 for a perfect ranking, and between otherwise', () => {
    for (const { hits, relevant } of randomCases) {
      const value = metric(hits.slice(0, 10), relevant, 10);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-12);
    }
    expect(metric(new Array<boolean>(10).fill(false), 3, 10)).toBe(0);
    expect(metric(new Array<boolean>(10).fill(true), 10, 10)).toBeCloseTo(1, 12);
  });

  test('never falls when a hit moves up', () => {
    for (let place = 1; place < 10; place++) {
      const at = (hit: number) => metric(hitsOf('..........').with(hit, true), 1, 10);
      expect(at(place - 1)).toBeGreaterThanOrEqual(at(place));
    }
  });
});

test('with one relevant item, longer rankings never lower NDCG, HR, recall, MRR or MAP', () => {
  for (let place = 0; place < 25; place++) {
    const hits = Array.from({ length: 25 }, (_zero, i) => i === place);
    for (const name of ['ndcg', 'hr', 'recall', 'mrr', 'map'] as const) {
      const values = [1, 5, 10, 20].map((k) => metrics[name](hits.slice(0, k), 1, k));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  }
});

/** The places of the hits among the first `k`, from 1. */
function ranksOf(hits: readonly boolean[], k: number): number[] {
  return hits.flatMap((hit, i) => (hit && i < k ? [i + 1] : []));
}

/** The metrics again, from the ranks of what was found. */
const otherwise: Record<Name, (ranks: readonly number[], relevant: number, k: number) => number> = {
  ndcg(ranks, relevant, k) {
    let [gain, ideal] = [0, 0];
    for (const rank of ranks) gain += Math.LN2 / Math.log(rank + 1);
    for (let rank = 1; rank <= k && rank <= relevant; rank++)
      ideal += Math.LN2 / Math.log(rank + 1);
    return gain / ideal;
  },
  hr: (ranks) => (ranks.length > 0 ? 1 : 0),
  recall: (ranks, relevant) => ranks.length / relevant,
  precision: (ranks, _relevant, k) => ranks.length / k,
  mrr: (ranks) => 1 / Math.min(...ranks),
  map(ranks, relevant, k) {
    let total = 0;
    ranks.forEach((rank, found) => (total += (found + 1) / rank));
    return total / (relevant < k ? relevant : k);
  },
};
