import { beforeAll, describe, expect, test } from 'vitest';
import { plainHistory } from '../../../src/engine/data/dataset';
import type { Checkpoint } from '../../../src/engine/models/checkpoint';
import { findModel } from '../../../src/engine/models/registry';
import { fineTune } from '../../../src/engine/training/fine-tune';
import { giveLesson, liked } from '../../../src/engine/training/lesson';
import { toCheckpoint } from '../../../src/engine/training/train';
import { learnWeights, onDevice, smallConfig, start } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes({ users: 40, items: 20, chosen: 6 });
const { signal } = new AbortController();
const own = plainHistory([0, 2, 4]);

beforeAll(async () => void (await start('wasm')));

describe.each(['bpr-mf', 'sasrec'])('%s', (name) => {
  const model = findModel(name);
  const config = smallConfig(model, { epochs: 20 });
  let checkpoint: Checkpoint;
  beforeAll(async () => {
    const weights = await learnWeights(model, dataset, config, 1);
    const gently = { ...config, learningRate: 0.003 };
    checkpoint = toCheckpoint(model, gently, dataset, { weights });
  });
  const lessonOf = (from: Checkpoint, history = own, seed = 1) =>
    giveLesson(from, history, dataset, { seed, signal });

  test('is kept where the lists of others are no worse for it', async () => {
    const before = onDevice();
    const { learned, others, ...validation } = await lessonOf(checkpoint);
    expect(onDevice()).toEqual(before);
    expect(learned).not.toBeNull();
    expect(learned!.checkpoint.users).toHaveLength(41);
    expect(others).toBe(20);
    expect(validation.before).toBeGreaterThan(0.2); // one of ten or so that are as likely
    expect(validation.after).toBeGreaterThan(0.8 * validation.before);
  });

  test('is rolled back where they are', async () => {
    const wild = { ...checkpoint, config: { ...checkpoint.config, learningRate: 1 } };
    const before = structuredClone(checkpoint.weights);
    const { learned, ...validation } = await lessonOf(wild);
    expect(learned).toBeNull();
    expect(validation.after).toBeLessThan(validation.before);
    expect(checkpoint.weights).toEqual(before);
  });

  test('says the same of the same seed', async () => {
    expect(await lessonOf(checkpoint)).toEqual(await lessonOf(checkpoint));
  });

  test('that is stopped leaves all as it was, and says so', async () => {
    const before = structuredClone(checkpoint.weights);
    const controller = new AbortController();
    const device = onDevice();
    let turns = 0;
    const turn = async (): Promise<void> => void (++turns === 3 && controller.abort());
    const options = { seed: 1, signal: controller.signal, turn };
    await expect(giveLesson(checkpoint, own, dataset, options)).rejects.toThrow(/abort/i);
    await expect(fineTune(checkpoint, own, dataset, options)).rejects.toThrow(/abort/i);
    expect(turns).toBe(3);
    expect(checkpoint.weights).toEqual(before);
    expect(onDevice()).toEqual(device);
  });
});

test('learns nothing from someone who likes one thing alone', async () => {
  const model = findModel('bpr-mf');
  const checkpoint = toCheckpoint(model, smallConfig(model), dataset, { weights: {} });
  const displeased = { ...own, values: Float32Array.of(-1, 0, 1) };
  const lesson = giveLesson(checkpoint, displeased, dataset, { seed: 1, signal });
  await expect(lesson).rejects.toThrow(/two titles at least/);
});

test('learns from what speaks in favour', () => {
  const history = { ...plainHistory([5, 6, 7]), values: Float32Array.of(1, -0.5, 0.3) };
  expect([...liked(history).items]).toEqual([5, 7]);
});
