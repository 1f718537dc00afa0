import { beforeAll, describe, expect, test } from 'vitest';
import { plainHistory, type Query } from '../../../src/engine/data/dataset';
import type { Checkpoint } from '../../../src/engine/models/checkpoint';
import { ease } from '../../../src/engine/models/classical/ease';
import { withRecommender } from '../../../src/engine/models/saved';
import { models } from '../../../src/engine/models/registry';
import { isOfUsers } from '../../../src/engine/nn/weights';
import { fineTune } from '../../../src/engine/training/fine-tune';
import { toCheckpoint } from '../../../src/engine/training/train';
import { memory } from '../../../src/kernels/tensor';
import { known, learnWeights, smallConfig, start, stranger } from '../../fixtures/learning';
import { tasteOf, twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes({ users: 24, items: 14, chosen: 5 });
const { signal } = new AbortController();
const tunable = models.filter(({ fineTunes }) => fineTunes);

beforeAll(async () => void (await start('wasm')));

async function scoresOf(checkpoint: Checkpoint, query: Query): Promise<Float32Array> {
  const [scores] = await withRecommender(checkpoint, (recommender) => recommender.score([query]));
  return scores;
}

test('there are such models of several families', () => {
  expect(new Set(tunable.map(({ family }) => family)).size).toBeGreaterThan(2);
});

describe.each(tunable.map((model) => [model.name, model] as const))('%s', (_name, model) => {
  const config = smallConfig(model, { dim: 16 });
  let checkpoint: Checkpoint;
  beforeAll(async () => {
    const weights = await learnWeights(model, dataset, config, 1);
    checkpoint = toCheckpoint(model, config, dataset, { weights });
  });
  const tune = (...items: number[]) =>
    fineTune(checkpoint, plainHistory(items), dataset, { seed: 1, signal });

  test('likes more what the person chose, and keeps to their taste', async () => {
    const { checkpoint: tuned, user } = await tune(0, 2, 4);
    const before = await scoresOf(checkpoint, stranger(0, 2, 4));
    const after = await scoresOf(tuned, known(user, 0, 2, 4));
    expect(after.every(Number.isFinite)).toBe(true);
    expect(after).not.toEqual(before);
    const meanOf = (taste: number): number => {
      const side = after.filter((_score, item) => item > 4 && tasteOf(item) === taste);
      return side.reduce((sum, score) => sum + score, 0) / side.length;
    };
    expect(meanOf(0)).toBeGreaterThan(meanOf(1));
  });

  test('gives them a row of their own, and everyone else keeps theirs', async () => {
    const { checkpoint: tuned, user } = await tune(1, 3);
    expect(user).toBe(24);
    for (const [name, { shape }] of Object.entries(tuned.weights)) {
      const [rows, ...inner] = checkpoint.weights[name].shape;
      expect(shape).toEqual([isOfUsers(name) ? rows + 1 : rows, ...inner]);
    }
    const [{ items }] = await withRecommender(tuned, (recommender) =>
      recommender.recommend([known(0, 0, 2)], 2),
    );
    expect(Array.from(items, tasteOf)).toEqual([0, 0]);
  });

  test('the same again from the same seed; nothing stays on the device', async () => {
    const tensors = memory().numTensors;
    const [first, again] = [await tune(0, 2), await tune(0, 2)];
    expect(again.checkpoint.weights).toEqual(first.checkpoint.weights);
    expect(memory().numTensors).toBe(tensors);
  });
});

test('a model in closed form refuses', async () => {
  const config = smallConfig(ease);
  const weights = await learnWeights(ease, dataset, config, 1);
  const checkpoint = toCheckpoint(ease, config, dataset, { weights });
  await expect(
    fineTune(checkpoint, plainHistory([1]), dataset, { seed: 1, signal }),
  ).rejects.toThrow(/folds people in/);
});
