import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LessonInfo } from '../../src/api';
import { exportBackup, importBackup } from '../../src/storage/backup';
import { deleteEverything, withDatabase } from '../../src/storage/database';
import { removeDataset, saveDataset } from '../../src/storage/datasets';
import { loadLesson, saveLesson, undoLesson } from '../../src/storage/lessons';
import { clearLog } from '../../src/storage/log';
import { listRecommenders, loadRecommender } from '../../src/storage/recommenders';
import { removeRecommender, saveRecommender } from '../../src/storage/recommenders';
import { datasetInfo, lessonInfo, recommenderInfo, utf8 } from '../fixtures/stored';

beforeEach(async () => {
  await saveDataset(datasetInfo('d'), [utf8('data')]);
  await saveRecommender(recommenderInfo('r', 'd'), new Blob(['original']));
});
afterEach(deleteEverything);

const textOf = (files: readonly Blob[]) => Promise.all(files.map((file) => file.text()));
const serving = async () => textOf([...(await loadLesson('r')), ...(await loadRecommender('r'))]);
const files = () => withDatabase((database) => database.count('files'));
const give = (number: number, outcome: LessonInfo['outcome'] = 'kept') =>
  saveLesson('r', lessonInfo(number, outcome), outcome === 'kept' ? new Blob([`${number}`]) : null);

test('the last that was kept serves before the original, which stays', async () => {
  await give(1);
  const { lessons } = await give(2, 'rolled-back');
  expect(lessons?.map(({ number }) => number)).toEqual([2, 1]);
  expect(await serving()).toEqual(['1', 'original']);
});

test('undone one by one, they lead back to the original', async () => {
  for (const number of [1, 2, 3]) await give(number);
  const steps: string[][] = [];
  for (let step = 0; step < 3; step++) {
    steps.push(await serving());
    await undoLesson('r');
  }
  expect(steps).toEqual([['3', 'original'], ['2', 'original'], ['original']]);
  expect(await files()).toBe(2); // of the data and of the original
});

test('survive a backup', async () => {
  await give(1);
  const before = await listRecommenders();
  const backup = await exportBackup();
  await deleteEverything();
  await importBackup(backup, async () => {});
  expect(await listRecommenders()).toEqual(before);
  expect(await serving()).toEqual(['1', 'original']);
});

test('go with what was said', async () => {
  await give(1);
  await clearLog('d');
  expect(await listRecommenders()).toEqual([{ ...recommenderInfo('r', 'd'), lessons: [] }]);
  expect(await serving()).toEqual(['original']);
  expect(await files()).toBe(2);
});

test('go with the recommender, and with the data', async () => {
  await give(1);
  await removeRecommender('r');
  expect(await files()).toBe(1);
  await saveRecommender(recommenderInfo('r', 'd'), new Blob(['original']));
  await give(1);
  await removeDataset('d');
  expect(await files()).toBe(0);
  await expect(give(2)).rejects.toMatchObject({ name: 'NotFoundError' });
  expect(await files()).toBe(0);
});
