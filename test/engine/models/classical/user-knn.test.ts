import { beforeAll, describe, expect, test } from 'vitest';
import { userKnn } from '../../../../src/engine/models/classical/user-knn';
import { known, learn, start, stranger } from '../../../fixtures/learning';
import { matrixOf, randomDataset } from '../../../fixtures/random-dataset';

const dataset = randomDataset(30, 12);
const matrix = matrixOf(dataset);

/** The cosine of each user with a history that says such values of items, with doubt. */
function similarities(said: ReadonlyMap<number, number>, shrinkage: number): number[] {
  const norm = Math.hypot(...said.values());
  return matrix.map((row) => {
    const product = [...said].reduce((sum, [item, value]) => sum + value * row[item], 0);
    return product / (norm * Math.hypot(...row) + shrinkage);
  });
}

/** What the `count` nearest, and those as near as the last of them, chose: as near as they are. */
function expected(nearness: readonly number[], count: number): number[] {
  const least = nearness.map(Math.abs).sort((a, b) => b - a)[count - 1] - 1e-9;
  const kept = nearness.map((near) => (Math.abs(near) >= least ? near : 0));
  return matrix[0].map((_one, item) =>
    kept.reduce((sum, near, user) => sum + near * matrix[user][item], 0),
  );
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each([
    [30, 0],
    [30, 5],
    [4, 2],
  ])('the %i nearest count by their cosine, with shrinkage %i', async (neighbours, shrinkage) => {
    const recommender = await learn(userKnn, dataset, { neighbours, shrinkage });
    const query = stranger(0, 3, 7);
    query.history.values.set([1, -0.5, 0.25]);
    const said = new Map([
      [0, 1],
      [3, -0.5],
      [7, 0.25],
    ]);
    const [scores] = await recommender.score([query]);
    expected(similarities(said, shrinkage), neighbours).forEach((score, item) =>
      expect(scores[item]).toBeCloseTo(score, 5),
    );
    recommender.dispose();
  });

  test('a person is met by their history, whether known or not', async () => {
    const recommender = await learn(userKnn, dataset, { neighbours: 5, shrinkage: 1 });
    const [asKnown, asStranger] = await recommender.score([known(3, 1, 4), stranger(1, 4)]);
    expect(asKnown).toEqual(asStranger);
    recommender.dispose();
  });
});
