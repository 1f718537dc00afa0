import { beforeAll, describe, expect, test } from 'vitest';
import {
  bprMaxLosses,
  calibratedLosses,
  calibrationPower,
} from '../../../src/engine/nn/shared-negatives';
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

describe('calibrated cross-entropy', () => {
  test('is what its definition says, however large the scores', async () => {
    const values = await calibratedLosses(scores(), 0.4).data();
    for (const [row, own] of next.entries()) {
      const against = sum(kept(row, (score) => Math.log1p(Math.exp(score))));
      const expected = (0.4 * Math.log1p(Math.exp(-own)) + against) / 4;
      expect(values[row]).toBeCloseTo(expected, 5);
    }
  });

  test('has the power 1 where it is not calibrated, and the share drawn where it wholly is', () => {
    expect(calibrationPower(256, 3417, 0)).toBe(1);
    expect(calibrationPower(256, 3417, 1)).toBeCloseTo(256 / 3416, 12);
    expect(calibrationPower(256, 3417, 0.75)).toBeCloseTo(0.25 + (0.75 * 256) / 3416, 12);
    expect(calibrationPower(256, 100, 0.75)).toBe(1);
  });
});

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
