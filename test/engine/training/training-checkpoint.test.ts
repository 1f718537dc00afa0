import { describe, expect, test } from 'vitest';
import {
  decodeTraining,
  encodeTraining,
  type TrainingCheckpoint,
} from '../../../src/engine/training/training-checkpoint';
import { encodeSafetensors } from '../../../src/engine/data/safetensors';

const tensor = (...values: number[]) => ({
  shape: [1, values.length],
  values: Float32Array.from(values),
});

const training: TrainingCheckpoint = {
  phase: 'fit',
  weights: { items: tensor(1.5, -0, 3e-40), '0.query': tensor(7) },
  moments: { 'items.mean': tensor(0.1, 0.2, 0.3), 'items.square': tensor(1, 2, 3) },
  state: { epoch: 3, batch: 16, step: 4242, lossSum: 0.1 + 0.2 },
  best: { epoch: 2, score: 1 / 3, weights: { items: tensor(4, 5, 6) } },
  reports: [
    {
      epoch: 1,
      loss: 0.7,
      validation: { 'ndcg@10': 0.25 },
      best: true,
      seconds: 1.25,
      interactionsPerSecond: 1e5,
    },
    { epoch: 2, validation: {}, best: false, seconds: 2.5, interactionsPerSecond: 0 },
  ],
  elapsed: 12.75,
};

const refused = { name: 'CheckpointError' };

describe('a training comes back from its file', () => {
  test('number for number', async () => {
    expect(await decodeTraining(await encodeTraining(training))).toEqual(training);
  });

  test('without a best epoch, and without moments, where it has none', async () => {
    const early: TrainingCheckpoint = { ...training, moments: {}, best: null, reports: [] };
    expect(await decodeTraining(await encodeTraining(early))).toEqual(early);
  });
});

describe('is refused', () => {
  test('a file with a flipped byte, wherever it is', async () => {
    const bytes = new Uint8Array(await (await encodeTraining(training)).arrayBuffer());
    const accepted: number[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] ^= 1;
      try {
        await decodeTraining(new Blob([damaged]));
        accepted.push(at);
      } catch (error) {
        expect(error).toMatchObject(refused);
      }
    }
    expect(accepted.map((at) => String.fromCharCode(bytes[at])).join('')).toBe('');
  });

  test('a file that was cut off', async () => {
    const file = await encodeTraining(training);
    await expect(decodeTraining(file.slice(0, file.size - 1))).rejects.toMatchObject(refused);
  });

  test.each<Record<string, string>>([
    { format: 'palate-recommender', version: '1' },
    { format: 'palate-training', version: '99' },
    { format: 'palate-training', version: '2' }, // but has no facts
    {},
  ])('a file that says it is %j', async (metadata) => {
    const file = await encodeSafetensors({ w: tensor(1) }, { ...metadata });
    await expect(decodeTraining(file)).rejects.toMatchObject(refused);
  });
});
