import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Device, RunInfo, RunProgress } from '../../src/api';
import { encodeDataset } from '../../src/engine/data/dataset-file';
import { bprMf } from '../../src/engine/models/factorization/bpr-mf';
import { deleteEverything } from '../../src/storage/database';
import { listDatasets, removeDataset, saveDataset } from '../../src/storage/datasets';
import { listRecommenders } from '../../src/storage/recommenders';
import { findRun, listRuns, loadCheckpoints } from '../../src/storage/runs';
import { createAnswers } from '../../src/worker/answers';
import { createLibrary, type Library } from '../../src/worker/library';
import { createRun, type Run } from '../../src/worker/run';
import { smallConfig, start } from '../fixtures/learning';
import { datasetInfo, runInfo } from '../fixtures/stored';
import { twoTastes } from '../fixtures/two-tastes';

const dataset = twoTastes({ users: 40, items: 20, chosen: 7 });
let device: Device;
let library: Library;
let seen: RunProgress[];
/** Called with each report, before the run goes on. */
let onReport: (progress: RunProgress) => void;
let run: Run;

beforeAll(async () => {
  device = await start('cpu');
});

beforeEach(async () => {
  await saveDataset(datasetInfo('d'), await encodeDataset(dataset));
  library = createLibrary(createAnswers());
  [seen, onReport] = [[], () => {}];
  run = createRun({
    library,
    baselines: new Map(),
    onProgress: (progress) => {
      seen.push(progress);
      onReport(progress);
    },
    replace: () => Promise.reject(new Error('No device was lost.')),
  });
});

afterEach(async () => {
  library.clear();
  await deleteEverything();
});

/** A run that has done nothing yet. */
function fresh(): RunInfo {
  const { request, ...rest } = runInfo('r', 'd');
  const config = smallConfig(bprMf, { epochs: 3 });
  return {
    ...rest,
    request: { ...request, split: 'random', config },
    ...{ state: 'training', split: null, device, epochs: [], scorecards: [], testReads: 0 },
    ...{ recommender: null, notes: [], error: null },
  };
}

const begin = async (): Promise<RunInfo> => fresh();

/** Does `work` once, at the first report of a phase. */
function once(phase: RunProgress['phase'], work: () => void): void {
  onReport = (progress) => {
    if (progress.phase !== phase) return;
    onReport = () => {};
    work();
  };
}

/** Once the page was told of a state. */
async function reach(state: RunInfo['state']): Promise<void> {
  await expect.poll(() => seen.at(-1)?.run.state, { timeout: 10_000 }).toBe(state);
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 200));

test('learns, is tested, serves, and is compared; no checkpoint stays', async () => {
  const { state, epochs, scorecards, recommender } = await run.carryOut(begin);
  expect({ state, epochs: epochs.length, recommender }).toEqual({
    state: 'done',
    epochs: 3,
    recommender: 'r',
  });
  expect(scorecards.length).toBeGreaterThan(2);
  expect(scorecards[0].difference).toBeDefined();
  expect((await findRun('r')).state).toBe('done');
  expect(await loadCheckpoints('r')).toEqual([]);
});

test('a stop from before it has begun holds', async () => {
  run.stop();
  const { state, epochs, recommender } = await run.carryOut(begin);
  expect({ state, epochs, recommender }).toEqual({
    state: 'stopped',
    epochs: [],
    recommender: null,
  });
});

test('so does one while it prepares', async () => {
  once('preparing', () => run.stop());
  expect(await run.carryOut(begin)).toMatchObject({ state: 'stopped', recommender: null });
});

test('a pause writes a checkpoint, and nothing is learned until it goes on', async () => {
  once('preparing', () => run.pause());
  const finished = run.carryOut(begin);
  await reach('paused');
  await expect.poll(() => loadCheckpoints('r')).toHaveLength(1);
  const before = seen.length;
  await rest();
  expect(seen).toHaveLength(before);
  run.proceed();
  expect((await finished).state).toBe('done');
});

test('a pause holds the baselines back, too', async () => {
  once('saving', () => run.pause());
  const finished = run.carryOut(begin);
  await expect.poll(async () => (await listRecommenders()).length).toBe(1);
  await rest();
  expect(seen.at(-1)?.run.scorecards).toHaveLength(1);
  run.proceed();
  expect((await finished).scorecards.length).toBeGreaterThan(2);
});

test('a paused run that is stopped ends', async () => {
  once('preparing', () => run.pause());
  const finished = run.carryOut(begin);
  await reach('paused');
  run.stop();
  expect((await finished).state).toBe('stopped');
});

test('a failure is written down', async () => {
  const bad = { ...fresh().request.config, dim: -1 };
  const failing = run.carryOut(async () => ({
    ...fresh(),
    request: { ...fresh().request, config: bad },
  }));
  await expect(failing).rejects.toMatchObject({ name: 'ConfigError' });
  expect(await findRun('r')).toMatchObject({ state: 'failed', error: { name: 'ConfigError' } });
});

test.each([
  ['their removal', () => removeDataset('d')],
  ['everything was deleted', deleteEverything],
])('nothing of data comes back after %s', async (_case, remove) => {
  once('fitting', () => run.pause());
  const finished = run.carryOut(begin);
  await reach('paused');
  await remove();
  run.proceed();
  await expect(finished).rejects.toMatchObject({ name: 'NotFoundError' });
  expect([await listDatasets(), await listRuns(), await listRecommenders()]).toEqual([[], [], []]);
});
