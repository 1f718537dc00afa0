import { beforeAll, describe, expect, test } from 'vitest';
import { mean } from '../../../src/engine/evaluation/accuracy';
import { itemKnn } from '../../../src/engine/models/classical/item-knn';
import { popularity } from '../../../src/engine/models/classical/popularity';
import {
  compareResults,
  prepareTrial,
  strongestOf,
  testBaseline,
  type Protocol,
} from '../../../src/engine/training/trial';
import { datasetOf, type Event } from '../../fixtures/events';
import { onDevice, start } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

const protocol: Protocol = { protocol: 'leave-one-out', seed: 1, minValue: null };

describe('a trial', () => {
  const rated = datasetOf(
    Array.from({ length: 40 }, (_zero, i): Event => [i % 4, (3 * i) % 11, i, 1 + (i % 5)]),
  );

  test('leaves out what is rated too low, and keeps the rest as preferences', async () => {
    const { all, split } = await prepareTrial(rated, { ...protocol, minValue: 3 });
    expect(all.itemOf.length).toBe(24);
    expect(new Set(all.values)).toEqual(new Set([0, 0.5, 1]));
    expect(split.scale).toEqual([1, 5]);
    expect(split.parts.length).toBe(24);
  });

  test('has a hash of its interactions and of their parts', async () => {
    const hashOf = async (given: Partial<Protocol>) =>
      (await prepareTrial(rated, { ...protocol, ...given })).hash;
    expect(await hashOf({})).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf({})).toBe(await hashOf({}));
    const others = [await hashOf({ minValue: 2 }), await hashOf({ protocol: 'random' })];
    expect(new Set([await hashOf({}), ...others]).size).toBe(3);
  });
});

describe('a test', () => {
  test('tells one model from another, with intervals around the means', async () => {
    const before = onDevice();
    const { split } = await prepareTrial(twoTastes(), protocol);
    const { signal } = new AbortController();
    const [popular, neighbours] = [
      await testBaseline(popularity, split, signal),
      await testBaseline(itemKnn, split, signal),
    ];
    const { evaluation, intervals } = neighbours!;
    for (const [name, values] of Object.entries(evaluation.perUser)) {
      expect(values.length).toBe(split.test.length);
      expect(intervals[name][0]).toBeLessThanOrEqual(mean(values));
      expect(intervals[name][1]).toBeGreaterThanOrEqual(mean(values));
    }
    const [difference] = compareResults('ndcg@10', neighbours!, [popular!]);
    expect(difference.interval[0]).toBeGreaterThan(0);
    expect(difference.mean).toBeCloseTo(
      evaluation.metrics['ndcg@10'] - popular!.evaluation.metrics['ndcg@10'],
      10,
    );
    expect(difference.p).toBeLessThan(0.01);
    expect(strongestOf('ndcg@10', [popular!, neighbours!])).toBe(1);
    expect(onDevice()).toEqual(before);
  });

  test('that was stopped has no result', async () => {
    const { split } = await prepareTrial(twoTastes(), protocol);
    expect(await testBaseline(popularity, split, AbortSignal.abort())).toBeNull();
  });
});
