import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { LessonInfo } from '../../src/api';
import { appendActions, dropActions, listActions } from '../../src/storage/actions';
import { readControls, writeControls } from '../../src/storage/controls';
import { deleteEverything } from '../../src/storage/database';
import { removeDataset, saveDataset } from '../../src/storage/datasets';
import { clearLog, forgetItem } from '../../src/storage/log';
import { loadLesson, saveLesson } from '../../src/storage/lessons';
import { saveRecommender } from '../../src/storage/recommenders';
import { appendShown, listShown } from '../../src/storage/shown';
import { writeSetting } from '../../src/storage/settings';
import { noControls } from '../../src/engine/serving/controls';
import { datasetInfo, lessonInfo, likeOf, recommenderInfo, shownOf } from '../fixtures/stored';

afterEach(deleteEverything);

test('forgets what was said and shown of one dataset', async () => {
  for (const dataset of ['a', 'b']) {
    await appendActions([likeOf('x', dataset)]);
    await appendShown(shownOf('list', dataset));
  }
  await clearLog('a');
  expect([await listActions('a'), await listShown('a')]).toEqual([[], []]);
  expect([await listActions('b'), await listShown('b')]).toHaveLength(2);
  expect(await listShown('b')).toEqual([shownOf('list', 'b')]);
});

test('forgets all that was said of one item, and what was learned from it', async () => {
  await saveDataset(datasetInfo('a'), []);
  const lessonFrom = (item: string): LessonInfo => ({
    ...lessonInfo(1, 'kept'),
    history: [{ item }],
  });
  for (const [id, item] of [
    ['r', 'x'],
    ['s', 'y'],
  ] as const) {
    await saveRecommender({ ...recommenderInfo(id, 'a'), lessons: [] }, new Blob(['trained']));
    await saveLesson(id, lessonFrom(item), new Blob(['learned']));
  }
  await appendActions([likeOf('x', 'a'), likeOf('y', 'a'), likeOf('x', 'b'), likeOf('x', 'a')]);
  await forgetItem('a', 'x');
  expect((await listActions('a')).map(({ item }) => item)).toEqual(['y']);
  expect(await listActions('b')).toHaveLength(1);
  expect([await loadLesson('r'), await loadLesson('s')].map(({ length }) => length)).toEqual([
    0, 1,
  ]);
});

test('keeps the most recent lists only', async () => {
  for (let i = 0; i < 1003; i++) await appendShown(shownOf(`list-${i}`, 'a'));
  const lists = await listShown('a');
  expect([lists.length, lists[0].id]).toEqual([1000, 'list-3']);
});

test('drops the oldest lines that are due', async () => {
  for (const item of ['a', 'b', 'c', 'd']) await appendActions([likeOf(item, 'one')]);
  await dropActions((actions) => actions.map(({ item }) => item !== 'b'), 2);
  expect((await listActions('one')).map(({ item }) => item)).toEqual(['b', 'd']);
});

test('keeps controls with their dataset, and does not trust what it finds', async () => {
  const controls = { ...noControls, diversity: 0.5, genres: ['Drama'] };
  await writeControls('a', controls);
  expect(await readControls('a')).toEqual(controls);
  await removeDataset('a');
  expect(await readControls('a')).toBeNull();
  await writeSetting('controls/a', '{"genres": 7}');
  expect(await readControls('a')).toBeNull();
  await writeSetting('controls/a', 'not JSON');
  expect(await readControls('a')).toBeNull();
});
