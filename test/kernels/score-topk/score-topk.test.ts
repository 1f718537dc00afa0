import { beforeAll, describe, expect, test } from 'vitest';
import { toLists } from '../../../src/kernels/lists';
import { createRandom, type Random } from '../../../src/kernels/random';
import { scoreTopK, topKOfScores, type TopK } from '../../../src/kernels/score-topk/score-topk';
import * as tf from '../../../src/kernels/tensor';
import { backends, start } from '../../fixtures/backends';

interface Ranking {
  readonly items: readonly number[];
  readonly scores: readonly number[];
}

/** What is left of each row of `scores`, sorted, and cut or filled up to `k`. */
function reference(scores: readonly number[][], seen: readonly number[][], k: number): Ranking[] {
  return scores.map((row, query) => {
    const left = Array.from(row.keys()).filter(
      (item) => !seen[query].includes(item) && Number.isFinite(row[item]),
    );
    const items = left.sort((a, b) => row[b] - row[a] || a - b).slice(0, k);
    const blanks = new Array<number>(k - items.length);
    return {
      items: [...items, ...blanks.fill(-1)],
      scores: [...items.map((item) => row[item]), ...blanks.fill(-Infinity)],
    };
  });
}

/** The rows of what was found, which is freed. */
async function rankingsOf(found: TopK): Promise<Ranking[]> {
  const [queries, k]: number[] = found.items.shape;
  const [items, scores] = [await found.items.data(), await found.scores.data()];
  tf.dispose([found.items, found.scores]);
  const rowOf = (numbers: ArrayLike<number>, query: number): number[] =>
    Array.from(numbers).slice(query * k, (query + 1) * k);
  return Array.from({ length: queries }, (_zero, query) => ({
    items: rowOf(items, query),
    scores: rowOf(scores, query),
  }));
}

/** Small whole numbers, of which products and sums are exact, and many equal. */
function wholeNumbers(rows: number, columns: number, random: Random): number[][] {
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => random.below(5) - 2),
  );
}

const shapes = {
  'one query and one item': { queries: 1, items: 1, dim: 1, k: 1 },
  'more places than items': { queries: 3, items: 5, dim: 4, k: 9 },
  'a width that is no multiple of four': { queries: 9, items: 40, dim: 7, k: 4 },
  'a group and a tile that are full': { queries: 8, items: 32, dim: 8, k: 32 },
  'many groups, the last with one item': { queries: 17, items: 1185, dim: 6, k: 50 },
};

describe.each(backends)('the best by score on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  describe.each(Object.entries(shapes))('of %s', (_name, { queries, items, dim, k }) => {
    const random = createRandom(items);
    const [users, table, [bias]] = [
      wholeNumbers(queries, dim, random),
      wholeNumbers(items, dim, random),
      wholeNumbers(1, items, random),
    ];
    const seen = users.map((_user, query) =>
      Array.from({ length: query * 3 }, () => random.below(items)),
    );
    const scoresBy = (start: readonly number[]): number[][] =>
      users.map((user) =>
        table.map((row, item) => user.reduce((sum, x, d) => sum + x * row[d], start[item])),
      );

    test.each(['with', 'without'])('%s a bias', async (kind) => {
      const withBias = kind === 'with';
      const found = scoreTopK(
        tf.tensor2d(users),
        { items: tf.tensor2d(table), bias: withBias ? tf.tensor1d(bias) : null },
        toLists(seen),
        k,
      );
      const scores = scoresBy(withBias ? bias : bias.map(() => 0));
      expect(await rankingsOf(found)).toEqual(reference(scores, seen, k));
    });

    test('where the scores are there', async () => {
      const scores = scoresBy(bias);
      const found = topKOfScores(tf.tensor2d(scores), toLists(seen), k);
      expect(await rankingsOf(found)).toEqual(reference(scores, seen, k));
    });
  });

  test('of more scores than are on a device at once', async () => {
    const [queries, count] = [250, 70_000];
    const signs = Float32Array.from({ length: queries }, (_zero, query) => (query % 2 ? -1 : 1));
    const numbers = Float32Array.from({ length: count }, (_zero, item) => item);
    const found = scoreTopK(
      tf.tensor2d(signs, [queries, 1]),
      { items: tf.tensor2d(numbers, [count, 1]), bias: null },
      toLists(Array.from(signs, (sign, query) => (query < 3 ? [] : [sign > 0 ? count - 1 : 0]))),
      2,
    );
    const rankings = await rankingsOf(found);
    rankings.forEach(({ items }, query) => {
      const first = query < 3 ? 0 : 1;
      const places = [first, first + 1];
      expect(items).toEqual(query % 2 ? places : places.map((place) => count - 1 - place));
    });
  });

  test('is blank where all was seen, and nothing where none is wanted', async () => {
    const scores = tf.tensor2d([3, 4, 5, 6], [2, 2]);
    const seen = toLists([[1, 0, 1], []]);
    expect(await rankingsOf(topKOfScores(scores, seen, 2))).toEqual([
      { items: [-1, -1], scores: [-Infinity, -Infinity] },
      { items: [1, 0], scores: [6, 5] },
    ]);
    expect(topKOfScores(scores, seen, 0).items.shape).toEqual([2, 0]);
  });

  test('leaves out what is not finite, and takes both zeros for equal', async () => {
    const scores = [[NaN, -0, Infinity, 0, -1, -Infinity, -3e38]];
    const found = topKOfScores(tf.tensor2d(scores), toLists([[]]), 5);
    const [{ items }] = await rankingsOf(found);
    expect(items).toEqual([1, 3, 4, 6, -1]);
  });

  test('has the same bits on every run, and frees what it used', async () => {
    const random = createRandom(7);
    const normals = (...shape: number[]): tf.Tensor =>
      tf.tensor(
        Float32Array.from({ length: shape[0] * (shape[1] ?? 1) }, () => random.normal()),
        shape,
      );
    const [users, items, bias] = [normals(20, 10), normals(333, 10), normals(333)];
    const before = tf.memory().numTensors;
    const run = () => scoreTopK(users, { items, bias }, toLists(new Array(20).fill([3, 4])), 25);
    const first = await rankingsOf(run());
    expect(await rankingsOf(run())).toEqual(first);
    expect(tf.memory().numTensors).toBe(before);
    const exact = tf.add(tf.matMul(users, items, false, true), bias);
    const scores = (await exact.array()) as number[][];
    for (const [query, { items: ranked, scores: found }] of first.entries()) {
      expect(found).toEqual(found.slice().sort((a, b) => b - a));
      ranked.forEach((item, place) => expect(found[place]).toBeCloseTo(scores[query][item], 4));
      const left = scores[query].filter((_score, item) => item !== 3 && item !== 4);
      const [worst] = left.sort((a, b) => b - a).slice(24);
      expect(found[24]).toBeCloseTo(worst, 4);
    }
  });
});
