import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteEverything, withDatabase } from '../../src/storage/database';
import { saveDataset } from '../../src/storage/datasets';
import { listRecommenders, loadRecommender } from '../../src/storage/recommenders';
import { removeRecommender, saveRecommender } from '../../src/storage/recommenders';
import { saveRun } from '../../src/storage/runs';
import { datasetInfo, recommenderInfo, runInfo } from '../fixtures/stored';

beforeEach(() => saveDataset(datasetInfo('d'), []));
afterEach(deleteEverything);

const textOf = (files: readonly Blob[]) => Promise.all(files.map((file) => file.text()));

test('keeps the last two files, newest first', async () => {
  const info = recommenderInfo('a', 'd');
  for (const text of ['one', 'two', 'three']) await saveRecommender(info, new Blob([text]));
  expect(await listRecommenders()).toEqual([info]);
  expect(await textOf(await loadRecommender('a'))).toEqual(['three', 'two']);
});

test('shares no file with a run of the same id', async () => {
  await saveRecommender(recommenderInfo('a', 'd'), new Blob(['recommender']));
  await saveRun(runInfo('a', 'd'), new Blob(['run']));
  expect(await textOf(await loadRecommender('a'))).toEqual(['recommender']);
});

test('removes a recommender with its files', async () => {
  await saveRecommender(recommenderInfo('a', 'd'), new Blob(['one']));
  await removeRecommender('a');
  expect(await listRecommenders()).toEqual([]);
  expect(await withDatabase((database) => database.count('files'))).toBe(0);
});

test('lists the newest first', async () => {
  await saveRecommender({ ...recommenderInfo('a', 'd'), createdAt: 1 }, new Blob());
  await saveRecommender({ ...recommenderInfo('b', 'd'), createdAt: 2 }, new Blob());
  expect((await listRecommenders()).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('is not kept without its data', async () => {
  const late = saveRecommender(recommenderInfo('a', 'gone'), new Blob(['one']));
  await expect(late).rejects.toMatchObject({ name: 'NotFoundError' });
  expect(await listRecommenders()).toEqual([]);
  expect(await withDatabase((database) => database.count('files'))).toBe(0);
});
