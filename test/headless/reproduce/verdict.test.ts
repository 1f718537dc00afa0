import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/headless/reproduce/run';
import { verdictOn } from '../../../src/headless/reproduce/verdict';

const run = (metric: string, value: number): Run => ({
  seed: 1,
  split: '',
  config: {},
  backend: 'wasm',
  users: 10,
  bestEpoch: 1,
  epochs: 1,
  seconds: 1,
  metrics: { [metric]: value },
  intervals: { [metric]: [value - 0.01, value + 0.01] },
  curve: [value],
});
const runs = (...values: number[]) => values.map((value) => run('ndcg@10', value));
const target = { metric: 'ndcg@10', value: 0.3 };

describe('a published figure', () => {
  test('is reached by a mean as near as asked for, or better', () => {
    expect(verdictOn(target, runs(0.295, 0.2951, 0.2949), 0.02).reached).toBe(true);
    expect(verdictOn(target, runs(0.9, 0.9001), 0.02).reached).toBe(true);
    expect(verdictOn(target, runs(0.29, 0.2901, 0.2899), 0.02).reached).toBe(false);
  });

  test('is reached where it lies in the interval of the mean', () => {
    const verdict = verdictOn(target, runs(0.28, 0.29, 0.3), 0.02);
    expect(verdict.mean).toBeCloseTo(0.29, 12);
    expect(verdict.deviation).toBeCloseTo(0.01, 12);
    expect(verdict.interval![1]).toBeCloseTo(0.29 + (4.303 * 0.01) / Math.sqrt(3), 12);
    expect(verdict.reached).toBe(true);
  });

  test('has the interval over users where there is one run', () => {
    const { interval, reached } = verdictOn(target, runs(0.285), 0.02);
    expect(interval).toEqual([0.285 - 0.01, 0.285 + 0.01]);
    expect(reached).toBe(false);
  });

  test('that nobody has published is reported alone', () => {
    const { mean, interval, reached } = verdictOn({ ...target, value: null }, runs(0.285), 0);
    expect([mean, interval, reached]).toEqual([0.285, [0.285 - 0.01, 0.285 + 0.01], null]);
  });

  test('of an error is reached from below', () => {
    const error = { metric: 'rmse', value: 0.92 };
    expect(verdictOn(error, [run('rmse', 0.5)], 0.02).reached).toBe(true);
    expect(verdictOn(error, [run('rmse', 0.95)], 0.02).reached).toBe(false);
  });
});
