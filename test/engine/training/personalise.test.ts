import { beforeAll, expect, test } from 'vitest';
import { splitDataset } from '../../../src/engine/data/split';
import { bprMf } from '../../../src/engine/models/factorization/bpr-mf';
import { ease } from '../../../src/engine/models/classical/ease';
import { popularity } from '../../../src/engine/models/classical/popularity';
import type { Model } from '../../../src/engine/models/model';
import { personalise } from '../../../src/engine/training/personalise';
import { holdOutPeople } from '../../../src/engine/training/timelines';
import { toCheckpoint } from '../../../src/engine/training/train';
import { learnWeights, smallConfig, start } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

const timelines = holdOutPeople(twoTastes({ users: 40, items: 120, chosen: 45 }), 8, 1);
const { train } = splitDataset(timelines.others, 'random', 1);

async function stagesOf(model: Model, steps = timelines.steps) {
  const checkpointOf = async (one: Model) => {
    const config = smallConfig(one);
    const weights = await learnWeights(one, train, config, 1);
    return toCheckpoint(one, config, train, { weights });
  };
  const known: number[] = [];
  const { signal } = new AbortController();
  const options = { train, seed: 1, signal, onStage: (stage: number) => void known.push(stage) };
  const stages = await personalise(
    await checkpointOf(model),
    await checkpointOf(popularity),
    { ...timelines, steps },
    options,
  );
  expect(stages.map((stage) => stage.known)).toEqual(known);
  return stages;
}

test('whoever is folded in is served better than by popularity, once a taste can be seen', async () => {
  const stages = await stagesOf(ease);
  expect(stages.map(({ known }) => known)).toEqual([1, 3, 10, 30]);
  for (const { foldIn, popularity, fineTuned, gain } of stages) {
    expect(foldIn.mean).toBeGreaterThan(popularity.mean);
    expect(foldIn.interval[0]).toBeLessThanOrEqual(foldIn.mean);
    expect([fineTuned, gain]).toEqual([null, null]);
  }
});

test('begins with people of whom nothing is known, from whom there is nothing to learn', async () => {
  const [none, some] = await stagesOf(bprMf, [0, 2]);
  expect([none.known, some.known]).toEqual([0, 2]);
  expect([none.fineTuned, none.gain]).toEqual([null, null]);
  expect(none.foldIn.mean).toBeGreaterThan(0);
  expect(some.gain!.mean).toBeCloseTo(some.fineTuned!.mean - some.foldIn.mean, 10);
});

test('what learning on gains is told beside it', async () => {
  for (const { foldIn, fineTuned, gain } of await stagesOf(bprMf)) {
    expect(gain!.mean).toBeCloseTo(fineTuned!.mean - foldIn.mean, 10);
    expect(gain!.p).toBeGreaterThan(0);
    expect(gain!.p).toBeLessThanOrEqual(1);
  }
});
