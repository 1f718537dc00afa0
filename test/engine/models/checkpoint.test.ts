import { describe, expect, test } from 'vitest';
import { encodeSafetensors } from '../../../src/engine/data/safetensors';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  withFacts,
  type Checkpoint,
} from '../../../src/engine/models/checkpoint';
import { readRecommender } from '../../../src/engine/models/saved';
import { datasetOf } from '../../fixtures/events';
import { onDevice, start } from '../../fixtures/learning';

const checkpoint: Checkpoint = {
  model: 'bpr-mf',
  config: { dim: 2, learningRate: 0.001, loss: 'bpr' },
  items: ['a', '猫', '"quoted"'],
  users: ['1', '2'],
  weights: { items: { shape: [3, 2], values: Float32Array.of(1, -0, 3e-40, 4, 5, 6) } },
};

const refused = { name: 'CheckpointError' };

describe('a recommender comes back from its file', () => {
  test.each<[string, Checkpoint]>([
    ['as it was', checkpoint],
    ['without users', { ...checkpoint, users: null }],
    ['with titles and a scale', { ...checkpoint, titles: ['A', '', 'C'], scale: [0.5, 5] }],
    ['with how often each item was chosen', { ...checkpoint, counts: [3, 0, 7] }],
  ])('%s', async (_how, given) => {
    expect(await decodeCheckpoint(await encodeCheckpoint(given))).toEqual(given);
  });

  test('with what its data know', () => {
    const dataset = datasetOf([
      [0, 0, 1, 2],
      [0, 1, 2, 5],
    ]);
    expect(withFacts(checkpoint, dataset)).toEqual({
      ...checkpoint,
      titles: ['', ''],
      scale: [2, 5],
    });
  });
});

describe('is refused', () => {
  const facts = { model: 'ease', config: {}, items: ['a'], users: null };
  const fileOf = (description: string, version = '1') =>
    encodeSafetensors({}, { format: 'palate-recommender', version, recommender: description });

  test('a file with a flipped byte in its weights', async () => {
    const bytes = new Uint8Array(await (await encodeCheckpoint(checkpoint)).arrayBuffer());
    for (let at = bytes.length - 24; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] ^= 1;
      await expect(decodeCheckpoint(new Blob([damaged]))).rejects.toMatchObject(refused);
    }
  });

  test.each([
    ['not JSON', '{'],
    ['without a model', JSON.stringify({ ...facts, model: 1 })],
    ['without a config', JSON.stringify({ ...facts, config: null })],
    ['with items that are not ids', JSON.stringify({ ...facts, items: [1] })],
    ['with users that are not ids', JSON.stringify({ ...facts, users: 'all' })],
    ['that says nothing of users', JSON.stringify({ ...facts, users: undefined })],
  ])('a description %s', async (_what, description) => {
    await expect(decodeCheckpoint(await fileOf(description))).rejects.toMatchObject(refused);
  });

  test('another version', async () => {
    expect((await decodeCheckpoint(await fileOf(JSON.stringify(facts)))).model).toBe('ease');
    const newer = await fileOf(JSON.stringify(facts), '2');
    await expect(decodeCheckpoint(newer)).rejects.toMatchObject(refused);
  });

  test.each([NaN, Infinity])('a weight of %f', async (weight) => {
    const weights = { items: { shape: [1], values: Float32Array.of(weight) } };
    const file = await encodeCheckpoint({ ...checkpoint, weights });
    await expect(decodeCheckpoint(file)).rejects.toMatchObject(refused);
  });

  test('a model there is not, and nothing stays on the device', async () => {
    await start('cpu');
    const before = onDevice();
    const file = await encodeCheckpoint({ ...checkpoint, model: 'oracle' });
    await expect(readRecommender(file)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('oracle'),
    });
    expect(onDevice()).toEqual(before);
  });
});
