import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendActions, listActions } from '../../src/storage/actions';
import { exportBackup, importBackup } from '../../src/storage/backup';
import { isBackup } from '../../src/storage/backup-format';
import { deleteEverything } from '../../src/storage/database';
import { listDatasets, loadDataset, saveDataset } from '../../src/storage/datasets';
import { listRecommenders, loadRecommender } from '../../src/storage/recommenders';
import { saveRecommender } from '../../src/storage/recommenders';
import { listRuns, loadCheckpoints, saveRun } from '../../src/storage/runs';
import { readSetting, writeSetting } from '../../src/storage/settings';
import { appendShown, listShown } from '../../src/storage/shown';
import { failure } from '../../src/errors';
import { countTestRead } from '../../src/storage/test-reads';
import { datasetInfo, likeOf, recommenderInfo, runInfo, shownOf, utf8 } from '../fixtures/stored';

beforeEach(async () => {
  await saveDataset(datasetInfo('__proto__'), [utf8('columns')]);
  await saveRun(runInfo('a', '__proto__'), new Blob(['one']));
  await saveRun(runInfo('a', '__proto__'), new Blob(['two']));
  await saveRecommender(recommenderInfo('r', '__proto__'), new Blob(['weights']));
  await appendActions([likeOf('x', '__proto__')]);
  await appendActions([likeOf('y', '__proto__')]);
  await appendShown(shownOf('list', '__proto__'));
  await writeSetting('language', 'zh-CN');
  await countTestRead('hash');
});

afterEach(deleteEverything);

const textOf = (files: readonly Blob[]) => Promise.all(files.map((file) => file.text()));

const accept = async () => {};

/** The backup with some of its bytes' text replaced. */
async function tampered(backup: Blob, from: string, to: string): Promise<Blob> {
  const bytes = new Uint8Array(await backup.arrayBuffer());
  const text = String.fromCharCode(...bytes).replace(from, to);
  return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]);
}

test('brings everything back, and takes away what was not in it', async () => {
  const backup = await exportBackup();
  await deleteEverything();
  await saveDataset(datasetInfo('later'), []);
  await importBackup(backup, accept);
  expect(await listDatasets()).toEqual([datasetInfo('__proto__')]);
  expect(await (await loadDataset('__proto__')).text()).toBe('columns');
  expect(await listRuns()).toEqual([runInfo('a', '__proto__')]);
  expect(await textOf(await loadCheckpoints('a'))).toEqual(['two', 'one']);
  expect(await listRecommenders()).toEqual([recommenderInfo('r', '__proto__')]);
  expect(await textOf(await loadRecommender('r'))).toEqual(['weights']);
  expect((await listActions('__proto__')).map(({ item }) => item)).toEqual(['x', 'y']);
  expect(await listShown('__proto__')).toEqual([shownOf('list', '__proto__')]);
  expect(await readSetting('language')).toBe('zh-CN');
  expect(await countTestRead('hash')).toBe(2);
});

test('a checkpoint saved afterwards is the newest', async () => {
  await importBackup(await exportBackup(), accept);
  await saveRun(runInfo('a', '__proto__'), new Blob(['three']));
  expect(await textOf(await loadCheckpoints('a'))).toEqual(['three', 'two']);
});

const refused: [string, (backup: Blob) => Blob | Promise<Blob>][] = [
  ['an empty file', () => new Blob()],
  ['some other file', () => new Blob(['userId,movieId,rating\n1,2,3\n'])],
  ['a backup cut short', (backup) => backup.slice(0, backup.size - 1)],
  ['a backup with something after it', (backup) => new Blob([backup, '!'])],
  ['a file with other bytes', (backup) => tampered(backup, 'columns', 'colUmns')],
  [
    'a record with a field of another type',
    (backup) => tampered(backup, '"bytes":100', '"bytes":"1"'),
  ],
  ['a count that is none', (backup) => tampered(backup, '"users":2', '"users":x')],
  [
    'a number beyond all numbers',
    (backup) => tampered(backup, '"createdAt":1', '"createdAt":1e999'),
  ],
  ['a negative count', (backup) => tampered(backup, '"items":30', '"items":-3')],
  ['a word that is none of ours', (backup) => tampered(backup, '"like"', '"lake"')],
  ['a later format', (backup) => tampered(backup, 'palate-backup-1', 'palate-backup-2')],
  [
    'a file that belongs to nothing',
    (backup) => tampered(backup, '["run","a",1]', '["run","b",1]'),
  ],
];
test.each(refused)('refuses %s and changes nothing', async (_what, spoil) => {
  await saveDataset({ ...datasetInfo('__proto__'), items: 30 }, [utf8('columns')]);
  const backup = await spoil(await exportBackup());
  await writeSetting('language', 'en');
  await expect(importBackup(backup, accept)).rejects.toMatchObject({ name: 'BackupError' });
  expect(await readSetting('language')).toBe('en');
  expect(await listDatasets()).toHaveLength(1);
});

test('what the engine finds wrong changes nothing either', async () => {
  const backup = await exportBackup();
  await writeSetting('language', 'en');
  const seen: string[] = [];
  const refusal = importBackup(backup, async ({ datasets, recommenders, filesOf }) => {
    const files = [...filesOf('dataset', '__proto__'), ...filesOf('recommender', 'r')];
    seen.push(datasets[0].id, recommenders[0].id, ...(await textOf(files)));
    throw failure('InputError', 'The weights are those of another model.');
  });
  await expect(refusal).rejects.toThrow(/another model/);
  expect(seen).toEqual(['__proto__', 'r', 'columns', 'weights']);
  expect(await readSetting('language')).toBe('en');
});

test('a backup is known by how it begins, and nothing else is', async () => {
  const backup = await exportBackup();
  expect(await isBackup(backup)).toBe(true);
  expect(await isBackup(backup.slice(0, 200))).toBe(true);
  expect(await isBackup(new Blob(['userId,movieId,rating\n1,2,3\n']))).toBe(false);
  expect(await isBackup(new Blob())).toBe(false);
});
