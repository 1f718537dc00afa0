import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { readBundle } from '../../src/engine/bundle/read';
import { encodeDataset } from '../../src/engine/data/dataset-file';
import { openZip } from '../../src/engine/data/opening/zip';
import { encodeCheckpoint } from '../../src/engine/models/checkpoint';
import { saveDataset } from '../../src/storage/datasets';
import { saveRecommender } from '../../src/storage/recommenders';
import { saveRun } from '../../src/storage/runs';
import { bundleCalls } from '../../src/worker/bundle-calls';
import { createAnswers } from '../../src/worker/answers';
import { createLibrary } from '../../src/worker/library';
import { learnShop, shop } from '../fixtures/bundle';
import { start } from '../fixtures/learning';
import { datasetInfo, recommenderInfo, runInfo } from '../fixtures/stored';

const dataset = shop();
const { exportBundle } = bundleCalls(createLibrary(createAnswers()));

beforeAll(async () => {
  await start('cpu');
  await saveDataset(datasetInfo('d'), await encodeDataset(dataset));
  const file = await encodeCheckpoint(await learnShop(dataset));
  for (const id of ['r', 'foreign']) await saveRecommender(recommenderInfo(id, 'd'), file);
  const run = runInfo('run', 'd');
  await saveRun({ ...run, recommender: 'r', request: { ...run.request, split: 'random' } });
});

async function unpacked(archive: Blob) {
  const entries = await openZip(new File([archive], 'bundle.zip'));
  const read = async (name: string): Promise<ArrayBuffer> => {
    const entry = entries.find((candidate) => candidate.name === name)!;
    return new Response(entry.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
  };
  return readBundle(read, 'int8');
}

test('a bundle of a stored recommender holds what int8 costs by the split of its run', async () => {
  const { manifest, items } = await unpacked(await exportBundle('r'));
  expect(items.titles[3]).toBe('Title of i3');
  expect(manifest.measured).toMatchObject({ part: 'validation', protocol: 'random' });
});

test('of one that came from elsewhere nothing is measured', async () => {
  expect((await unpacked(await exportBundle('foreign'))).manifest.measured).toBeNull();
});
