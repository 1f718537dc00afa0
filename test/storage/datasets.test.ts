import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { appendActions, listActions } from '../../src/storage/actions';
import { deleteEverything, withDatabase } from '../../src/storage/database';
import { listDatasets, loadDataset } from '../../src/storage/datasets';
import { removeDataset, saveDataset } from '../../src/storage/datasets';
import { listRecommenders, saveRecommender } from '../../src/storage/recommenders';
import { listRuns, saveRun } from '../../src/storage/runs';
import { failure } from '../../src/errors';
import { datasetInfo, likeOf, recommenderInfo, runInfo, utf8 } from '../fixtures/stored';

afterEach(deleteEverything);

/** A dataset and one of everything that can come of it. */
async function fill(dataset: string): Promise<void> {
  await saveDataset(datasetInfo(dataset), [utf8(dataset)]);
  await saveRun(runInfo(`run of ${dataset}`, dataset), new Blob(['checkpoint']));
  await saveRecommender(recommenderInfo(`from ${dataset}`, dataset), new Blob(['weights']));
  await appendActions([likeOf('item', dataset)]);
}

test('comes back as it was saved', async () => {
  await saveDataset(datasetInfo('a'), [utf8('columns')]);
  expect(await listDatasets()).toEqual([datasetInfo('a')]);
  expect(await (await loadDataset('a')).text()).toBe('columns');
});

test('lists the newest first', async () => {
  await saveDataset({ ...datasetInfo('a'), createdAt: 1 }, []);
  await saveDataset({ ...datasetInfo('b'), createdAt: 2 }, []);
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

test('a large file is kept in parts, whatever pieces it came in', async () => {
  const [size, border] = [60 * 2 ** 20, 48 * 2 ** 20];
  const large = new Uint8Array(size);
  large.set([1, 2], border - 3 - 1); // the piece before it has three bytes
  await saveDataset(datasetInfo('a'), [utf8('abc'), large, utf8('xyz')]);
  const parts = await withDatabase((database) => database.getAll('files'));
  expect(parts.map((part) => part.size)).toEqual([border, size + 6 - border]);
  const file = await loadDataset('a');
  expect(await file.slice(0, 3).text()).toBe('abc');
  expect([...(await bytesOf(file.slice(border - 2, border + 2)))]).toEqual([0, 1, 2, 0]);
  expect(await file.slice(-3).text()).toBe('xyz');
});

test('nothing is left of what was stopped while it was being kept', async () => {
  let parts = 0;
  const stop = (): void => {
    if (parts++ > 0) throw failure('AbortError', 'The import was stopped.');
  };
  const large = [new Uint8Array(50 * 2 ** 20)];
  await expect(saveDataset(datasetInfo('a'), large, stop)).rejects.toThrow(/was stopped/);
  expect(await listDatasets()).toEqual([]);
  expect(await withDatabase((database) => database.count('files'))).toBe(0);
});

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
