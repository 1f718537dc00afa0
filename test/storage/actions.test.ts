import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { appendActions, datasetsOfActions, listActions } from '../../src/storage/actions';
import { deleteEverything } from '../../src/storage/database';
import { likeOf } from '../fixtures/stored';

afterEach(deleteEverything);

test('keeps every action on a dataset, in the order in which they came', async () => {
  const items = ['b', 'a', '__proto__', 'b'];
  for (const item of items) await appendActions([likeOf(item, 'd')]);
  await appendActions([likeOf('c', 'other')]);
  expect((await listActions('d')).map(({ item }) => item)).toEqual(items);
});

test('knows of which data something was done', async () => {
  expect(await datasetsOfActions()).toEqual([]);
  for (const dataset of ['b', 'a', 'b']) await appendActions([likeOf('x', dataset)]);
  expect(await datasetsOfActions()).toEqual(['a', 'b']);
});
