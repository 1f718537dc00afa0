import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServeRequest } from '../../src/api';
import { createSearch } from '../../src/engine/data/search';
import { ease } from '../../src/engine/models/classical/ease';
import type { Recommender } from '../../src/engine/models/recommender';
import { noControls } from '../../src/engine/serving/controls';
import { createShelf } from '../../src/engine/serving/shelf';
import { explainItem } from '../../src/worker/explain';
import { peopleLike } from '../../src/worker/people';
import { recommend } from '../../src/worker/recommend';
import { serveList } from '../../src/worker/serve';
import { byTaste } from '../../src/worker/taste-search';
import { learn, start } from '../fixtures/learning';
import { likeOf } from '../fixtures/stored';
import { twoTastes } from '../fixtures/two-tastes';

const dataset = twoTastes({ users: 24, items: 14, chosen: 5 });
const actions = [
  likeOf('i0', 'd'),
  likeOf('i2', 'd'),
  { ...likeOf('i1', 'd'), kind: 'hide' as const },
];
let recommender: Recommender;
beforeAll(async () => {
  await start('cpu');
  recommender = await learn(ease, dataset);
});
afterAll(() => recommender.dispose());

const request: ServeRequest = {
  recommender: 'r',
  who: 'you',
  k: 4,
  controls: noControls,
  seed: 1,
};
const asking = () => ({ recommender, dataset, actions });
const list = (controls: Partial<ServeRequest['controls']>) =>
  serveList(asking(), createShelf(dataset, recommender.items, null), {
    ...request,
    controls: { ...noControls, ...controls },
  });

test('without controls is what is recommended', async () => {
  const { items, leftOut } = await list({});
  const plain = await recommend(asking(), request);
  expect(items.map(({ item, score }) => ({ item, score }))).toEqual(
    plain.map(({ item, score }) => ({ item, score })),
  );
  expect(Object.values(leftOut)).toEqual([0, 0, 0, 0, 0]);
});

test('names the items that were asked for, and leaves out what is hidden', async () => {
  const { items, leftOut } = await list({ pinned: ['i9', 'i1', 'unheard-of'], genres: ['odd'] });
  expect(items[0]).toMatchObject({ item: 'i9', by: 'pin', propensity: 1 });
  expect(items.map(({ item }) => item)).not.toContain('i1');
  expect(items.every(({ genres }) => genres[0] === 'odd')).toBe(true);
  expect(leftOut.genres).toBe(5); // seven even ones, less those that were liked
});

test('what people of like mind chose has nothing in it that was met, or is hidden', async () => {
  const shared = async (hidden: string) => {
    const hiding = { ...likeOf(hidden, 'd'), kind: 'hide' as const };
    const { items } = await peopleLike({ ...asking(), actions: [...actions, hiding] }, 'you');
    return items.map(({ item }) => item);
  };
  const before = await shared('unheard-of');
  expect(before.length).toBeGreaterThan(2);
  expect(before).not.toContain('i0');
  expect(await shared(before[1])).toEqual(before.filter((item) => item !== before[1]));
});

test('explains by what was said, strongest first', async () => {
  const { causes, exact, score, base, entries } = await explainItem(asking(), {
    who: 'you',
    item: 'i4',
  });
  expect(exact).toBe(true);
  expect(entries).toBe(2);
  expect(causes.map(({ item }) => item).sort()).toEqual(['i0', 'i2']);
  expect(causes.every(({ kind }) => kind === 'like')).toBe(true);
  expect(Math.abs(causes[0].added)).toBeGreaterThanOrEqual(Math.abs(causes[1].added));
  expect(causes[0].added + causes[1].added).toBeCloseTo(score - base, 5);
});

test('what is found equally near is ordered by taste too', async () => {
  const found = createSearch(dataset)('i', 20);
  const sorted = await byTaste(found, asking());
  expect(new Set(sorted)).toEqual(new Set(found));
  const evenFirst = (ids: readonly number[]) => ids.slice(0, 6).filter((item) => item % 2 === 0);
  const [before, after] = [found, sorted].map((all) => evenFirst(all.map(({ item }) => item)));
  expect(after.length).toBeGreaterThan(before.length - 1);
  expect(await byTaste(found, { ...asking(), actions: [] })).toEqual(found);
});
