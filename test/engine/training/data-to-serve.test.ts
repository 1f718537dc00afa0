import { beforeAll, describe, expect, test } from 'vitest';
import { models } from '../../../src/engine/models/registry';
import { recommenderOf } from '../../../src/engine/models/saved';
import { dataToServe } from '../../../src/engine/training/data-to-serve';
import { refit } from '../../../src/engine/training/train';
import { smallConfig, start, stranger, toTheEnd } from '../../fixtures/learning';
import { besideNewItems } from '../../fixtures/new-items';

beforeAll(async () => void (await start('wasm')));

const dataset = besideNewItems({ users: 40, items: 20, chosen: 7 });
const able = models.filter(({ newItems }) => newItems);

test('models of features and of graphs serve new items', () => {
  expect(able.map(({ name }) => name)).toEqual([
    'content',
    'fm',
    'deepfm',
    'two-tower',
    'kgcn',
    'din',
    'feature-attention',
  ]);
});

describe.each(able.map((model) => [model.name, model] as const))('%s', (_name, model) => {
  test('shows new items to those whom they suit, and learns the others no less', async () => {
    const config = smallConfig(model, { epochs: 20, batchSize: 64 });
    const { signal } = new AbortController();
    const options = { config, seed: 1, signal, resume: null, epochs: 20 };
    const epochs = 'epochs' in config ? 20 : 1;
    const data = dataToServe(model, dataset);
    const learned = await toTheEnd(refit(model, data, { ...options, epochs }));
    const recommender = recommenderOf(learned!);
    expect(recommender.items.ids.slice(20)).toEqual(['i20', 'i21']);
    const [even, odd] = await recommender.score([stranger(0, 2, 4), stranger(1, 3, 5)]);
    expect(even[20]).toBeGreaterThan(even[21]);
    expect(odd[21]).toBeGreaterThan(odd[20]);
    for (const disliked of [7, 9, 11]) expect(even[20]).toBeGreaterThan(even[disliked]);
    recommender.dispose();
  });
});

test('other models learn from what was chosen alone', () => {
  for (const model of models.filter(({ newItems }) => !newItems)) {
    expect(dataToServe(model, dataset)).toBe(dataset);
  }
});
