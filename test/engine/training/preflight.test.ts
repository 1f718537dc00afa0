import { expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/data/dataset';
import { ease } from '../../../src/engine/models/classical/ease';
import { multVae } from '../../../src/engine/models/autoencoder/mult-vae';
import { completeConfig, type Model } from '../../../src/engine/models/model';
import { models } from '../../../src/engine/models/registry';
import { sasRec } from '../../../src/engine/models/sequence/sasrec';
import { preflight, room } from '../../../src/engine/training/preflight';
import { twoTastes } from '../../fixtures/two-tastes';

/** A catalogue of so many items; what was chosen of them is little. */
function withItems(size: number): Dataset {
  const small = twoTastes();
  return { ...small, items: { ...small.items, size }, itemOf: new Int32Array(1_000_000) };
}

const check = (model: Model, items: number, set: Readonly<Record<string, unknown>> = {}) =>
  preflight(model, withItems(items), completeConfig(model.fields, set));

test.each(models.map((model) => [model.name, model] as const))(
  '%s fits where there is little to learn from, and nothing is proposed',
  (_name, model) => {
    const { bytes, instead } = preflight(model, twoTastes(), completeConfig(model.fields, {}));
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(room);
    expect(instead).toBeNull();
  },
);

test('a hundred thousand items fit a model of sequences with sampled softmax', () => {
  const { bytes, instead } = check(sasRec, 100_000, { loss: 'sampled-softmax' });
  expect(bytes).toBeLessThan(room);
  expect(instead).toBeNull();
});

test('smaller batches come first, and are no smaller than they must be', () => {
  const set = { batchSize: 4096, length: 200, dim: 128, loss: 'sampled-softmax' };
  const { bytes, instead } = check(sasRec, 20_000, set);
  expect(bytes).toBeGreaterThan(room);
  expect(Object.keys(instead!.config)).toEqual(['batchSize']);
  expect(instead!.bytes).toBeLessThanOrEqual(room);
  const twice = { ...set, batchSize: 2 * Number(instead!.config.batchSize) };
  expect(check(sasRec, 20_000, twice).bytes).toBeGreaterThan(room);
});

test('where batches are not what takes the room, they stay, and vectors get smaller', () => {
  const { instead } = check(sasRec, 2_000_000, { dim: 128, batchSize: 8 });
  expect(Object.keys(instead!.config)).toEqual(['dim']);
});

test('where no field helps, nothing is proposed', () => {
  const giant = { ...ease, memory: () => 1e12 };
  expect(check(giant, 10).instead).toBeNull();
  expect(check(multVae, 1e8).instead).toBeNull();
});
