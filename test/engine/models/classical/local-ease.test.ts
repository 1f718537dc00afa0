import { beforeAll, expect, test } from 'vitest';
import { ease } from '../../../../src/engine/models/classical/ease';
import { solveLocally } from '../../../../src/engine/models/classical/local-ease';
import { datasetOf } from '../../../fixtures/events';
import { learnWeights, start } from '../../../fixtures/learning';
import { matrixOf, randomDataset } from '../../../fixtures/random-dataset';

beforeAll(async () => void (await start('wasm')));

/** The weights dense: `[item][of which it is a sum]` */
async function solved(dataset: ReturnType<typeof datasetOf>, l2: number, most: number) {
  const { lists, weights } = await solveLocally(dataset, l2, most);
  return dataset.items.ids.map((_id, item) => {
    const row = new Array<number>(dataset.items.size).fill(0);
    for (let i = lists.offsets[item]; i < lists.offsets[item + 1]; i++) {
      row[lists.indices[i]] = weights[i];
    }
    return row;
  });
}

test('is EASE where all items go together and all may be summed', async () => {
  const dataset = randomDataset(200, 12);
  const { itemItem } = await learnWeights(ease, dataset, { l2: 4 });
  const local = await solved(dataset, 4, 12);
  local.forEach((row, item) =>
    row.forEach((weight, other) => {
      expect(weight).toBeCloseTo(itemItem.values[other * 12 + item], 4);
    }),
  );
  expect(Math.max(...local.flat())).toBeGreaterThan(0.1);
});

test('is otherwise the best sum of so many: no small change of a weight is better', async () => {
  const [dataset, l2] = [randomDataset(60, 20), 4];
  const matrix = matrixOf(dataset);
  /** The squared error of an item's column, and the penalty of its weights. */
  const loss = (weights: readonly number[], item: number): number =>
    matrix.reduce((sum, row) => {
      const guess = weights.reduce((total, weight, other) => total + weight * row[other], 0);
      return sum + (row[item] - guess) ** 2;
    }, 0) +
    l2 * weights.reduce((sum, weight) => sum + weight ** 2, 0);
  for (const [item, weights] of (await solved(dataset, l2, 5)).entries()) {
    const used = weights.flatMap((weight, other) => (weight === 0 ? [] : [other]));
    expect(used.length).toBe(5);
    expect(used).not.toContain(item);
    for (const other of used) {
      for (const step of [-0.001, 0.001]) {
        expect(loss(weights.with(other, weights[other] + step), item)).toBeGreaterThan(
          loss(weights, item),
        );
      }
    }
  }
});

test('an item that nobody chose, or chose with another, is a sum of nothing', async () => {
  const dataset = datasetOf([[0, 0]], { items: 2 });
  expect(await solved(dataset, 1, 2)).toEqual([
    [0, 0],
    [0, 0],
  ]);
});
