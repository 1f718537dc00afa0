import { beforeAll, describe, expect, test } from 'vitest';
import { ease } from '../../../src/engine/models/classical/ease';
import { popularity } from '../../../src/engine/models/classical/popularity';
import type { Model } from '../../../src/engine/models/model';
import { measureColdStart, type ColdProgress } from '../../../src/engine/training/cold-start';
import { onDevice, smallConfig, start } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

/** Forty people with 45 interactions each. */
const dataset = twoTastes({ users: 40, items: 120, chosen: 45 });

function measure(model: Model, data = dataset, stop = new AbortController()) {
  const told: ColdProgress[] = [];
  const result = measureColdStart(model, data, {
    config: smallConfig(model),
    epochs: 1,
    seed: 1,
    signal: stop.signal,
    onProgress: async (progress) => void told.push(progress),
  });
  return { result, told };
}

describe('how good a model is with how few interactions', () => {
  test('is measured beside popularity, with what leads by how much', async () => {
    const before = onDevice();
    const { result, told } = measure(ease);
    const { people, seed, stages } = await result;
    expect([people, seed]).toEqual([20, 1]);
    expect(stages.map(({ known }) => known)).toEqual([0, 1, 2, 3, 5, 10, 20, 30]);
    const [nothing, some] = [stages[0], stages[3]];
    expect(nothing.lead.interval[0]).toBeLessThanOrEqual(0);
    expect(some.lead.mean).toBeCloseTo(some.foldIn.mean - some.popularity.mean, 10);
    expect(some.lead.interval[0]).toBeGreaterThan(0);
    expect(some.lead.p).toBeLessThan(0.05);
    expect(told.at(-1)).toEqual({ step: 'measuring', done: 7 / 8 });
    expect(onDevice()).toEqual(before);
  });

  test('of popularity is that of popularity', async () => {
    const { stages } = await measure(popularity).result;
    expect(stages.every(({ lead }) => lead.mean === 0 && lead.p === 1)).toBe(true);
  });

  test('goes as far as enough people have interactions', async () => {
    const { stages } = await measure(ease, twoTastes({ users: 40, items: 60, chosen: 14 })).result;
    expect(stages.map(({ known }) => known)).toEqual([0, 1, 2, 3]);
  });

  test('is refused where too few people have enough', async () => {
    const few = twoTastes({ users: 18, items: 60, chosen: 14 });
    await expect(measure(ease, few).result).rejects.toMatchObject({ name: 'DataError' });
  });

  test('can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    const before = onDevice();
    await expect(measure(ease, dataset, stop).result).rejects.toMatchObject({ name: 'AbortError' });
    expect(onDevice()).toEqual(before);
  });
});
