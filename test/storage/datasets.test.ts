import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { appendActions, listActions } from '../../src/storage/actions';
import { deleteEverything, withDatabase } from '../../src/storage/database';
import { listDatasets, loadDataset } from '../../src/storage/datasets';
import { removeDataset, saveDataset } from '../../src/storage/datasets';
import { listRecommenders, saveRecommender } from '../../src/storage/recommenders';
import { listRuns, saveRun } from '../../src/storage/runs';
import { datasetInfo, likeOf, recommenderInfo, runInfo } from '../fixtures/stored';

afterEach(deleteEverything);

/** A dataset and one of everything that can come of it. */
async function fill(dataset: string): Promise<void> {
  await saveDataset(datasetInfo(dataset), new Blob([dataset]));
  await saveRun(runInfo(`run of ${dataset}`, dataset), new Blob(['checkpoint']));
  await saveRecommender(recommenderInfo(`from ${dataset}`, dataset), new Blob(['weights']));
  await appendActions([likeOf('item', dataset)]);
}

test('comes back as it was saved', async () => {
  await saveDataset(datasetInfo('a'), new Blob(['columns']));
  expect(await listDatasets()).toEqual([datasetInfo('a')]);
  expect(await (await loadDataset('a')).text()).toBe('columns');
});

test('lists the newest first', async () => {
  await saveDataset({ ...datasetInfo('a'), createdAt: 1 }, new Blob());
  await saveDataset({ ...datasetInfo('b'), createdAt: 2 }, new Blob());
  expect((await listDatasets()).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('names a dataset that is not there', async () => {
  const error = { name: 'NotFoundError', message: 'There is no dataset “toString”.' };
  await expect(loadDataset('toString')).rejects.toMatchObject(error);
});

test('takes all that came of it along when it goes, and nothing else', async () => {
  await fill('a');
  await fill('b');
  await removeDataset('a');
  expect((await listDatasets()).map(({ id }) => id)).toEqual(['b']);
  expect((await listRuns()).map(({ id }) => id)).toEqual(['run of b']);
  expect((await listRecommenders()).map(({ id }) => id)).toEqual(['from b']);
  expect(await listActions('a')).toEqual([]);
  expect(await listActions('b')).toHaveLength(1);
  expect(await withDatabase((database) => database.count('files'))).toBe(3);
});

test('takes any id', async () => {
  await fill('__proto__');
  await fill('constructor');
  await removeDataset('__proto__');
  expect((await listDatasets()).map(({ id }) => id)).toEqual(['constructor']);
});
