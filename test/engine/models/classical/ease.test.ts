import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../src/engine/data/dataset';
import { historyOf } from '../../../../src/engine/data/dataset';
import { ease } from '../../../../src/engine/models/classical/ease';
import { datasetOf, type Event } from '../../../fixtures/events';
import { goldenEvaluation } from '../../../fixtures/golden-evaluation';
import { known, learn, learnWeights, start, stranger } from '../../../fixtures/learning';
import { randomDataset } from '../../../fixtures/random-dataset';

/** Steck's equation 8 in float64: `B = -P / diag(P)`, with zeros on the diagonal. */
function reference(dataset: Dataset, l2: number): number[][] {
  const n = dataset.items.size;
  const gram = Array.from({ length: n }, (_row, i) =>
    Array.from({ length: n }, (_column, j) => (i === j ? l2 : 0)),
  );
  for (let user = 0; user < dataset.users.size; user++) {
    const { items } = historyOf(dataset, user);
    for (const a of items) for (const b of items) gram[a][b]++;
  }
  const inverse = invert(gram);
  return inverse.map((row, i) => row.map((p, j) => (i === j ? 0 : -p / inverse[j][j])));
}

/** Gauss–Jordan with row exchanges, beside an identity. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_number, j) => Number(i === j))]);
  for (let pivot = 0; pivot < n; pivot++) {
    const candidates = rows.slice(pivot).map((row) => Math.abs(row[pivot]));
    const largest = pivot + candidates.indexOf(Math.max(...candidates));
    [rows[pivot], rows[largest]] = [rows[largest], rows[pivot]];
    rows[pivot] = rows[pivot].map((number) => number / rows[pivot][pivot]);
    rows.forEach((row, i) => {
      const factor = row[pivot];
      if (i !== pivot) rows[i] = row.map((number, j) => number - factor * rows[pivot][j]);
    });
  }
  return rows.map((row) => row.slice(n));
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('two items explain each other by how often they go together', async () => {
    // Item 0 was chosen by 3 users, item 1 by 2, both by 2: weights 2 / (3 + λ) and 2 / (2 + λ).
    const dataset = datasetOf([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
    const { itemItem } = await learnWeights(ease, dataset, { l2: 0.5 });
    [0, 2 / 3.5, 2 / 2.5, 0].forEach((weight, cell) =>
      expect(itemItem.values[cell]).toBeCloseTo(weight, 6),
    );
  });

  test('items that never go together say nothing of each other', async () => {
    const dataset = datasetOf([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 2],
      [2, 3],
    ]);
    const { itemItem } = await learnWeights(ease, dataset, { l2: 1 });
    const weight = (a: number, b: number) => itemItem.values[4 * a + b];
    for (const a of [0, 1]) for (const b of [2, 3]) expect(weight(a, b)).toBeCloseTo(0, 6);
    expect(weight(0, 1)).toBeGreaterThan(0.5);
  });

  test.each([
    [12, 7, 0.5],
    [90, 150, 20], // more than one block of the inversion
  ])('agrees with float64 for %i users and %i items', async (users, items, l2) => {
    const dataset = randomDataset(users, items);
    const { itemItem } = await learnWeights(ease, dataset, { l2 });
    const expected = reference(dataset, l2).flat();
    const error = expected.map((weight, cell) => Math.abs(weight - itemItem.values[cell]));
    expect(Math.max(...error)).toBeLessThan(1e-4);
    expect(Math.max(...expected)).toBeGreaterThan(0.05);
  });
});

test('scores the sum of what was chosen, by its value', async () => {
  await start('cpu');
  const dataset = randomDataset(12, 7);
  const recommender = await learn(ease, dataset, { l2: 2 });
  const weights = reference(dataset, 2);
  const query = stranger(1, 3);
  query.history.values.set([1, -0.5]);
  const [scores] = await recommender.score([query]);
  scores.forEach((score, item) =>
    expect(score).toBeCloseTo(weights[1][item] - 0.5 * weights[3][item], 4),
  );
  recommender.dispose();
});

test('scores what NumPy makes of the same table', async () => {
  await start('wasm');
  const { chosen, l2, scores } = goldenEvaluation.scores.ease;
  const events = chosen.flatMap((row, user) =>
    row.flatMap((one, item): Event[] => (one === 1 ? [[user, item]] : [])),
  );
  const dataset = datasetOf(events, { users: chosen.length, items: chosen[0].length });
  const recommender = await learn(ease, dataset, { l2 });
  const found = await recommender.score(
    chosen.map((_row, user) => known(user, ...historyOf(dataset, user).items)),
  );
  scores.forEach((row, user) =>
    row.forEach((score, item) => expect(found[user][item]).toBeCloseTo(score, 5)),
  );
  recommender.dispose();
});

test('neighbours alone explain an item where the catalogue is too large for all', async () => {
  await start('wasm');
  // Items 0 and 1, and 2 and 3, go together; of 10,000 in all.
  const events = [0, 1, 2, 3].flatMap((user) =>
    [0, 1].map((item): Event => [user, 2 * (user % 2) + item]),
  );
  const dataset = datasetOf(events, { items: 10_000 });
  expect(ease.memory(dataset, { l2: 1 })).toBeLessThan(2 ** 30);
  const recommender = await learn(ease, dataset, { l2: 1 });
  const query = stranger(0, 3);
  query.history.values.set([1, -0.5]);
  const [scores] = await recommender.score([query]);
  // Both were chosen by two, together: 2 / (2 + λ).
  expect(Array.from(scores.subarray(0, 5))).toEqual([0, 2 / 3, -1 / 3, 0, 0].map(Math.fround));
  recommender.dispose();
});
