import { expect, test } from 'vitest';
import { models } from '../../src/engine/models/registry';
import { fetchModel, servable } from '../../src/visitor/models';

test('every model that may be in a bundle is served', async () => {
  const refused = ['user-knn', 'two-stage', 'feature-attention'];
  const names = models.map(({ name }) => name).filter((name) => !refused.includes(name));
  expect(Object.keys(servable).sort()).toEqual(names.sort());
  for (const name of names) expect((await fetchModel(name)).name).toBe(name);
});

test('another is refused by its name', async () => {
  await expect(fetchModel('toString')).rejects.toMatchObject({
    name: 'BundleError',
    message: expect.stringContaining('“toString”') as string,
  });
});
