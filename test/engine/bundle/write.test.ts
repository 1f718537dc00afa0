import { beforeAll, expect, test } from 'vitest';
import { readBundle } from '../../../src/engine/bundle/read';
import type { Checkpoint } from '../../../src/engine/models/checkpoint';
import { Recommender } from '../../../src/engine/models/recommender';
import { bprMf } from '../../../src/engine/models/factorization/bpr-mf';
import { ease } from '../../../src/engine/models/classical/ease';
import { itemKnn } from '../../../src/engine/models/classical/item-knn';
import { userKnn } from '../../../src/engine/models/classical/user-knn';
import { content } from '../../../src/engine/models/content/content';
import { sasRec } from '../../../src/engine/models/sequence/sasrec';
import { bundleOf, learnShop, readFrom, shop } from '../../fixtures/bundle';
import { start, stranger } from '../../fixtures/learning';

const dataset = shop(30);

beforeAll(() => start('cpu'));

test('there is nobody in a bundle', async () => {
  const named = { ...dataset, users: { ...dataset.users, ids: dataset.users.ids.map(secret) } };
  const checkpoint = await learnShop(named, bprMf);
  expect(checkpoint.users).toContain('canary-0');
  expect(Object.keys(checkpoint.weights)).toContain('users');
  const files = await bundleOf(named, { checkpoint });
  for (const [name, file] of Object.entries(files)) {
    expect(await file.text(), name).not.toContain('canary');
  }
  const { weights } = await readBundle(readFrom(files), 'float32');
  expect(Object.keys(weights).sort()).toEqual(['bias', 'items']);
});

const secret = (_id: string, user: number): string => `canary-${user}`;

test('items that the data do not know, and what nobody counted, are written all the same', async () => {
  const checkpoint = withoutCounts(await learnShop(dataset));
  const known = { ...dataset.items, find: (id: string) => dataset.items.find(id) - 1 };
  const files = await bundleOf(dataset, { checkpoint, dataset: { ...dataset, items: known } });
  const { items } = await readBundle(readFrom(files), 'int8');
  expect([items.titles[0], items.years[0], items.genres[0]]).toEqual(['', NaN, []]);
  expect(items.titles[1]).toBe('Title of i0');
  expect(items.counts.every((count) => count === 0)).toBe(true);
});

const withoutCounts = ({ model, config, items, users, weights }: Checkpoint): Checkpoint => ({
  ...{ model, config, items, users, weights },
});

test('what would hand people or hundreds of megabytes to visitors is refused, with a way out', async () => {
  const histories = await learnShop(dataset, userKnn);
  await expect(bundleOf(dataset, { checkpoint: histories })).rejects.toMatchObject({
    name: 'BundleError',
    message: expect.stringMatching(/no user goes into a bundle.*als or bpr-mf/) as string,
  });
  const staged = { ...(await learnShop(dataset)), model: 'two-stage' };
  await expect(bundleOf(dataset, { checkpoint: staged })).rejects.toThrow(
    'Two-stage ranking takes the programs of all its parts, more than a visitor should wait for.',
  );
  const pairs = { shape: [5000, 5000], values: new Float32Array(25e6) };
  const large = { ...(await learnShop(dataset)), model: 'ease', weights: { itemItem: pairs } };
  await expect(bundleOf(dataset, { checkpoint: large })).rejects.toThrow(
    'What EASE has learned of 30 items takes 100 MB, and a bundle may take 64 MB.',
  );
});

test.each([ease, itemKnn, content, bprMf, sasRec])(
  '$name scores strangers from its bundle as before',
  async (model) => {
    const checkpoint = await learnShop(dataset, model);
    const files = await bundleOf(dataset, { checkpoint });
    const { weights, items } = await readBundle(readFrom(files), 'float32');
    const { config, counts } = checkpoint;
    const before = Recommender.of(model, { ...checkpoint, users: null });
    const after = Recommender.of(model, {
      ...{ config, items: items.ids, users: null, weights },
      ...(counts && { counts }),
    });
    const asked = [stranger(), stranger(2, 4, 8)];
    expect(await after.score(asked)).toEqual(await before.score(asked));
    for (const recommender of [before, after]) recommender.dispose();
  },
);
