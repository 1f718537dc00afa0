import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDataset } from '../../src/engine/data/dataset-file';
import { hashDataset } from '../../src/engine/data/hash';
import { joinNewItems } from '../../src/engine/data/new-items';
import { encodeCheckpoint, type Checkpoint } from '../../src/engine/models/checkpoint';
import { ease } from '../../src/engine/models/classical/ease';
import { content } from '../../src/engine/models/content/content';
import { recommenderOf } from '../../src/engine/models/saved';
import type { BackupContents } from '../../src/storage/backup';
import { checkContents, tryOut } from '../../src/worker/outside';
import { learn, start } from '../fixtures/learning';
import { besideNewItems } from '../fixtures/new-items';
import { datasetInfo, recommenderInfo } from '../fixtures/stored';
import { twoTastes } from '../fixtures/two-tastes';

const dataset = twoTastes({ users: 12, items: 10, chosen: 4 });
let learned: Checkpoint;
let contents: BackupContents;

beforeAll(async () => {
  await start('cpu');
  const recommender = await learn(ease, dataset);
  learned = await recommender.checkpoint();
  recommender.dispose();
  const info = {
    ...datasetInfo('d'),
    users: 12,
    items: 10,
    interactions: dataset.itemOf.length,
    hash: await hashDataset(dataset),
  };
  const data = new Blob([...(await encodeDataset(dataset))]);
  const model = await encodeCheckpoint(learned);
  contents = {
    datasets: [info],
    recommenders: [{ ...recommenderInfo('r', 'd'), model: 'ease' }],
    filesOf: (owner) => ({ dataset: [data], recommender: [model], lesson: [], run: [] })[owner],
  };
});

/** The contents with other files of recommenders. */
const withModels = (...models: Blob[]): BackupContents => ({
  ...contents,
  filesOf: (owner, id) => (owner === 'recommender' ? models : contents.filesOf(owner, id)),
});

/** A file of what was learned, with changes. */
const fileWith = (changes: Partial<Checkpoint>) => encodeCheckpoint({ ...learned, ...changes });

const smaller = (): Partial<Checkpoint> => {
  const [[name, { values }]] = Object.entries(learned.weights);
  return { weights: { [name]: { shape: [9, 9], values: values.slice(0, 81) } } };
};

test('a backup whose files are what they should be is taken', async () => {
  await expect(checkContents(contents)).resolves.toBeUndefined();
});

test('a backup with a model that knows new items of its data is taken', async () => {
  const all = besideNewItems({ users: 12, items: 10, chosen: 4 });
  const recommender = await learn(content, joinNewItems(all));
  const model = await recommender.save();
  recommender.dispose();
  const [info] = contents.datasets;
  const data = new Blob([...(await encodeDataset(all))]);
  const files = { dataset: [data], recommender: [model], lesson: [], run: [] };
  const backup = {
    datasets: [{ ...info, newItems: 2 }],
    recommenders: [{ ...recommenderInfo('r', 'd'), model: 'content' }],
    filesOf: (owner: keyof typeof files) => files[owner],
  };
  await expect(checkContents(backup)).resolves.toBeUndefined();
  const datasets = [{ ...info, newItems: 1 }];
  await expect(checkContents({ ...backup, datasets })).rejects.toThrow(/not those/);
});

test('one damaged file of a model does no harm beside a sound one', async () => {
  const [sound] = contents.filesOf('recommender', 'r');
  await expect(checkContents(withModels(new Blob(['x']), sound))).resolves.toBeUndefined();
});

describe('a backup is refused', () => {
  test.each([
    ['with fewer users than its record says', { users: 11 }],
    ['with other interactions than its record says', { hash: 'ab12' }],
  ])('%s', async (_what, changes) => {
    const datasets = [{ ...contents.datasets[0], ...changes }];
    await expect(checkContents({ ...contents, datasets })).rejects.toMatchObject({
      name: 'BackupError',
    });
  });

  test.each([
    ['no readable model', async () => new Blob(['x'])],
    ['weights of another shape', () => fileWith(smaller())],
    ['another model', () => fileWith({ model: 'popularity' })],
    ['items that the data have not', () => fileWith({ items: [...learned.items.slice(1), 'z'] })],
    ['an item twice', () => fileWith({ items: [...learned.items.slice(1), learned.items[1]] })],
  ])('with %s', async (_what, file) => {
    const refusal = checkContents(withModels(await file()));
    await expect(refusal).rejects.toMatchObject({ name: 'BackupError' });
    await expect(refusal).rejects.toThrow(/ratings\.csv/);
  });

  test('with a model of data that are not in it', async () => {
    const recommenders = [{ ...contents.recommenders[0], dataset: 'gone' }];
    await expect(checkContents({ ...contents, recommenders })).rejects.toThrow(/incomplete/);
  });
});

test('a recommender with weights of another shape is not taken', async () => {
  const recommender = recommenderOf({ ...learned, ...smaller() });
  await expect(tryOut(recommender)).rejects.toMatchObject({ name: 'CheckpointError' });
  recommender.dispose();
});
