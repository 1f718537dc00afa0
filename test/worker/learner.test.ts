import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noControls } from '../../src/engine/serving/controls';
import { encodeDataset } from '../../src/engine/data/dataset-file';
import { encodeCheckpoint } from '../../src/engine/models/checkpoint';
import { bprMf } from '../../src/engine/models/factorization/bpr-mf';
import { toCheckpoint } from '../../src/engine/training/train';
import { appendActions } from '../../src/storage/actions';
import { deleteEverything } from '../../src/storage/database';
import { saveDataset } from '../../src/storage/datasets';
import { listRecommenders, loadRecommender, saveRecommender } from '../../src/storage/recommenders';
import { createAnswers, type Answers } from '../../src/worker/answers';
import { createLearner, type Learner } from '../../src/worker/learner';
import { createLibrary, type Library } from '../../src/worker/library';
import { listCalls } from '../../src/worker/list-calls';
import { logCalls } from '../../src/worker/log-calls';
import { createShelves } from '../../src/worker/shelves';
import { learnWeights, onDevice, smallConfig, start } from '../fixtures/learning';
import { datasetInfo, likeOf, recommenderInfo } from '../fixtures/stored';
import { twoTastes } from '../fixtures/two-tastes';

const dataset = twoTastes({ users: 40, items: 20, chosen: 6 });
const config = smallConfig(bprMf, { epochs: 20, dim: 16 });
let recommender: Blob;
let answers: Answers;
let library: Library;
let learner: Learner;

beforeAll(async () => {
  await start('cpu');
  const weights = await learnWeights(bprMf, dataset, config, 1);
  const gently = { ...config, learningRate: 0.003 };
  recommender = await encodeCheckpoint(toCheckpoint(bprMf, gently, dataset, { weights }));
});

beforeEach(async () => {
  await saveDataset(datasetInfo('d'), await encodeDataset(dataset));
  await saveRecommender(recommenderInfo('r', 'd'), recommender);
  await appendActions(['i0', 'i2', 'i4'].map((item) => likeOf(item, 'd')));
  reload();
});

afterEach(async () => {
  library.clear();
  await deleteEverything();
});

/** As if the page had been opened anew. */
function reload(): void {
  library?.clear();
  answers = createAnswers();
  library = createLibrary(answers);
  learner = createLearner(library, answers);
}

async function scores(): Promise<readonly number[]> {
  const { serve } = answers.counting(listCalls(library, createShelves()));
  const request = { recommender: 'r', who: 'you', k: 10, controls: noControls, seed: 1 } as const;
  return (await serve(request)).items.map(({ score }) => score);
}

const lessons = async () => (await listRecommenders())[0].lessons ?? [];

test('serves what was learned, after a reload too, and the original again when that is undone', async () => {
  const before = await scores();
  const { lessons: [lesson] = [] } = await learner.learn('r', false);
  expect(lesson).toMatchObject({ number: 1, outcome: 'kept', fresh: 3, others: 20 });
  expect(lesson.history.map(({ item }) => item)).toEqual(['i0', 'i2', 'i4']);
  const after = await scores();
  expect(after).not.toEqual(before);
  reload();
  expect(await scores()).toEqual(after);
  expect(await (await loadRecommender('r'))[0].arrayBuffer()).toEqual(
    await recommender.arrayBuffer(),
  );
  await learner.undo('r');
  expect(await scores()).toEqual(before);
  expect((await lessons())[0].outcome).toBe('undone');
});

test('learns again only when something new was said, or when it is told to', async () => {
  await learner.learn('r', false);
  expect((await learner.learn('r', false)).lessons).toHaveLength(1);
  await appendActions([likeOf('i6', 'd')]);
  const { lessons: [second] = [] } = await learner.learn('r', false);
  expect(second).toMatchObject({ number: 2, fresh: 1 });
  expect((await learner.learn('r', true)).lessons?.[0].number).toBe(3);
});

test('folds in at once what was said since', async () => {
  await learner.learn('r', false);
  const before = await scores();
  await appendActions([likeOf('i6', 'd')]);
  expect(await scores()).not.toEqual(before);
});

test('unlearns what is taken back', async () => {
  const { lessons: [first] = [] } = await learner.learn('r', false);
  const learned = await scores();
  await appendActions([likeOf('i1', 'd')]);
  await learner.learn('r', false);
  await appendActions([{ ...likeOf('i1', 'd'), kind: 'clear' }]);
  const { lessons: [third] = [] } = await learner.learn('r', false);
  expect([first.number, third.number, third.fresh]).toEqual([1, 3, 0]);
  expect(await scores()).toEqual(learned);
});

test('gives way to a training, and leaves no trace', async () => {
  const before = await scores();
  const device = onDevice();
  const lesson = learner.learn('r', false);
  const release = await learner.hold();
  await expect(lesson).rejects.toMatchObject({ name: 'AbortError' });
  await expect(learner.learn('r', false)).rejects.toMatchObject({ name: 'BusyError' });
  expect(await lessons()).toEqual([]);
  expect(onDevice()).toEqual(device);
  release();
  expect(await scores()).toEqual(before);
  expect((await learner.learn('r', false)).lessons).toHaveLength(1);
});

test('stops when all that is loaded is forgotten', async () => {
  const lesson = learner.learn('r', false);
  library.clear();
  await expect(lesson).rejects.toMatchObject({ name: 'AbortError' });
});

test('stands back while a list is asked for', async () => {
  const order: string[] = [];
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  const calls = answers.counting({ slow: () => asked.then(() => void order.push('list')) });
  const list = calls.slow();
  const lesson = learner.learn('r', false).then(() => void order.push('lesson'));
  await new Promise((resolve) => setTimeout(resolve, 300)); // longer than the lesson would take
  answer();
  await Promise.all([list, lesson]);
  expect(order).toEqual(['list', 'lesson']);
});

test('forgets what was learned with what was said', async () => {
  const before = await scores();
  await learner.learn('r', false);
  await logCalls(library).clearLog('d');
  expect(await lessons()).toEqual([]);
  await appendActions(['i0', 'i2', 'i4'].map((item) => likeOf(item, 'd')));
  expect(await scores()).toEqual(before);
});

test('refuses to learn on from other data', async () => {
  const other = twoTastes({ users: 41, items: 20, chosen: 6 });
  const weights = await learnWeights(bprMf, other, config, 1);
  const file = await encodeCheckpoint(toCheckpoint(bprMf, config, other, { weights }));
  await saveRecommender(recommenderInfo('r', 'd'), file);
  await expect(learner.learn('r', false)).rejects.toMatchObject({ name: 'ConfigError' });
});
