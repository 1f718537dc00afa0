import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from '../../src/engine/data/safetensors';
import { deleteEverything, withDatabase } from '../../src/storage/database';
import { removeDataset, saveDataset } from '../../src/storage/datasets';
import { listRuns, loadCheckpoints, removeRun } from '../../src/storage/runs';
import { dropCheckpoints, saveRun } from '../../src/storage/runs';
import { datasetInfo, runInfo } from '../fixtures/stored';

beforeEach(() => saveDataset(datasetInfo('d'), []));

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteEverything();
});

const run = runInfo('a', 'd');
const textOf = (files: readonly Blob[]) => Promise.all(files.map((file) => file.text()));

test('keeps two generations of the checkpoint, newest first', async () => {
  for (const text of ['one', 'two', 'three']) await saveRun(run, new Blob([text]));
  expect(await textOf(await loadCheckpoints('a'))).toEqual(['three', 'two']);
  expect(await withDatabase((database) => database.count('files'))).toBe(2);
});

test('a record without a checkpoint leaves the checkpoints as they are', async () => {
  await saveRun(run, new Blob(['one']));
  await saveRun({ ...run, state: 'paused' });
  expect(await listRuns()).toEqual([{ ...run, state: 'paused' }]);
  expect(await textOf(await loadCheckpoints('a'))).toEqual(['one']);
});

test('a write that fails half-way leaves the old record and the old checkpoint', async () => {
  await saveRun(run, new Blob(['one']));
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    if (this.name === 'files') throw new DOMException('', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  await expect(saveRun({ ...run, state: 'failed' }, new Blob(['two']))).rejects.toThrow('no room');
  vi.restoreAllMocks();
  expect(await listRuns()).toEqual([run]);
  expect(await textOf(await loadCheckpoints('a'))).toEqual(['one']);
});

test('a damaged newest checkpoint leaves the one before it to go on from', async () => {
  const good = await encodeSafetensors({ w: { shape: [1], values: new Float32Array([7]) } }, {});
  const bytes = new Uint8Array(await good.arrayBuffer());
  bytes[bytes.length - 1] ^= 1;
  await saveRun(run, good);
  await saveRun(run, new Blob([bytes]));
  const [newest, before] = await loadCheckpoints('a');
  await expect(decodeSafetensors(newest)).rejects.toThrow('checksum');
  expect((await decodeSafetensors(before)).tensors.w.values).toEqual(new Float32Array([7]));
});

test('goes on counting generations after the checkpoints were dropped', async () => {
  await saveRun(run, new Blob(['one']));
  await dropCheckpoints('a');
  expect(await loadCheckpoints('a')).toEqual([]);
  await saveRun(run, new Blob(['two']));
  expect(await textOf(await loadCheckpoints('a'))).toEqual(['two']);
});

test('removes a run with its checkpoints, and no other', async () => {
  await saveRun(run, new Blob(['one']));
  await saveRun(runInfo('b', 'd'), new Blob(['two']));
  await removeRun('a');
  expect((await listRuns()).map(({ id }) => id)).toEqual(['b']);
  expect(await loadCheckpoints('a')).toEqual([]);
  expect(await textOf(await loadCheckpoints('b'))).toEqual(['two']);
});

test('lists the newest first', async () => {
  await saveRun({ ...run, startedAt: 1 });
  await saveRun({ ...runInfo('b', 'd'), startedAt: 2 });
  expect((await listRuns()).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('takes any id', async () => {
  for (const id of ['__proto__', 'constructor', '', '用户']) {
    await saveRun(runInfo(id, 'd'), new Blob([`of ${id}`]));
    expect(await textOf(await loadCheckpoints(id))).toEqual([`of ${id}`]);
  }
});

test('is not kept once its data are gone, and brings nothing back', async () => {
  await saveRun(run, new Blob(['one']));
  await removeDataset('d');
  const late = saveRun(run, new Blob(['two']));
  await expect(late).rejects.toMatchObject({ name: 'NotFoundError' });
  expect(await listRuns()).toEqual([]);
  expect(await withDatabase((database) => database.count('files'))).toBe(0);
});
