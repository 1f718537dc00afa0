import { beforeAll, describe, expect, test } from 'vitest';
import { rp3Beta } from '../../../../src/engine/models/classical/rp3beta';
import { datasetOf } from '../../../fixtures/events';
import { learn, start, stranger } from '../../../fixtures/learning';
import { matrixOf, randomDataset } from '../../../fixtures/random-dataset';

type Matrix = readonly (readonly number[])[];

const transpose = (a: Matrix): number[][] => a[0].map((_number, j) => a.map((row) => row[j]));
const multiply = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => transpose(b).map((column) => row.reduce((sum, x, i) => sum + x * column[i], 0)));

/** Every step from a row to a column is equally likely; raised to a power. */
function stepsOf(matrix: Matrix, alpha: number): number[][] {
  return matrix.map((row) => {
    const total = row.reduce((sum, number) => sum + number, 0);
    return row.map((number) => (number === 0 ? 0 : (number / total) ** alpha));
  });
}

beforeAll(async () => void (await start('wasm')));

describe('from an item to others', () => {
  test.each([
    [1, 0],
    [0.7, 0.6],
  ])(
    'each path counts its probability to the power %d, less popularity to the power %d',
    async (alpha, beta) => {
      const dataset = randomDataset(20, 9);
      const matrix = matrixOf(dataset);
      const paths = multiply(stepsOf(transpose(matrix), alpha), stepsOf(matrix, alpha));
      const popularity = transpose(matrix).map((column) => column.reduce((a, b) => a + b, 0));
      const recommender = await learn(rp3Beta, dataset, { alpha, beta, neighbours: 9 });
      const [scores] = await recommender.score([stranger(2, 5)]);
      scores.forEach((score, item) => {
        const from = (chosen: number): number => (chosen === item ? 0 : paths[chosen][item]);
        expect(score).toBeCloseTo((from(2) + from(5)) / popularity[item] ** beta, 5);
      });
      recommender.dispose();
    },
  );
});

test('of the walks to an item, only the likeliest count', async () => {
  // From item 0, two of its three users lead to item 1, one to item 2, to which item 1 leads rather.
  const dataset = datasetOf([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 2],
    [3, 1],
    [3, 2],
    [4, 1],
    [4, 2],
    [5, 2],
  ]);
  const recommender = await learn(rp3Beta, dataset, { alpha: 1, beta: 0, neighbours: 1 });
  const [scores] = await recommender.score([stranger(0)]);
  expect(scores[1]).toBeCloseTo((2 / 3) * (1 / 2), 6);
  expect([scores[0], scores[2]]).toEqual([0, 0]);
  recommender.dispose();
});
