import { beforeAll, expect, test } from 'vitest';
import { bprMaxLosses } from '../../../src/engine/nn/bpr-max';
import * as tf from '../../../src/kernels/tensor';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const next = [1.5, -0.5, 30];
const others = [
  [0.2, -1, 2],
  [0.5, 0.1, -0.3],
  [-30, 29, 3],
];
const counted = [
  [1, 1, 1],
  [1, 0, 1],
  [0, 1, 1],
];
const scores = () => ({
  next: tf.tensor1d(next),
  others: tf.tensor2d(others),
  counted: tf.tensor2d(counted),
});
const σ = (x: number): number => 1 / (1 + Math.exp(-x));
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const kept = <T>(row: number, of: (score: number) => T): T[] =>
  others[row].filter((_score, j) => counted[row][j] === 1).map(of);

test('BPR-max is what its definition says', async () => {
  const values = await bprMaxLosses(scores()).data();
  for (const [row, own] of next.entries()) {
    const total = sum(kept(row, Math.exp));
    const won = sum(kept(row, (score) => (Math.exp(score) / total) * σ(own - score)));
    const squares = sum(kept(row, (score) => (Math.exp(score) / total) * score ** 2));
    const expected = -Math.log(won) + squares;
    expect(values[row] / expected).toBeCloseTo(1, 4);
  }
});
