import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { itemKnn } from '../../src/engine/models/classical/item-knn';
import { createVisitor } from '../../src/visitor/visitor';
import type { VisitorApi, VisitorEventKind, VisitorRequest } from '../../src/visitor-api';
import { bundleOf, learnShop, shop } from '../fixtures/bundle';
import { onDevice, start } from '../fixtures/learning';
import { tasteOf } from '../fixtures/two-tastes';

const dataset = shop(40);
const address = 'https://shop.example/recommender';
let files: Readonly<Record<string, Blob>>;
let asked: string[] = [];
let visitor: VisitorApi;

beforeAll(async () => {
  await start('cpu');
  files = await bundleOf(dataset);
});

beforeEach(() => {
  asked = [];
  serveFiles(files);
  visitor = createVisitor(async () => {});
});

afterEach(async () => {
  await visitor.forget();
  vi.unstubAllGlobals();
});

/** A host of these files. */
function serveFiles(served: Readonly<Record<string, Blob>>): void {
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href);
    const file = served[url.pathname.replace('/recommender/', '')];
    return file ? new Response(file) : new Response(null, { status: 404 });
  });
}

const open = () => visitor.open({ bundle: address, precision: 'int8' });

async function recommend(request: Partial<VisitorRequest> = {}) {
  const list = await visitor.recommend({
    ...{ limit: 8, threshold: null, fallback: 'popular', exclude: [], similarTo: null },
    ...request,
  });
  return { ...list, ids: list.items.map(({ item }) => item) };
}

async function log(event: VisitorEventKind, ...items: number[]): Promise<void> {
  for (const item of items) await visitor.log({ item: `i${item}`, event });
}

const tastesIn = (ids: readonly string[]): number[] =>
  ids.map((id) => tasteOf(Number(id.slice(1))));

test('a bundle says what it is, and is fetched once: its files by their hashes', async () => {
  const [info] = await Promise.all([open(), open()]);
  expect(info).toEqual({
    ...{ name: 'Shop', model: 'als', title: 'Matrix factorization (iALS)', items: 40 },
    ...{ precision: 'int8', createdAt: 1_700_000_000_000 },
  });
  expect(asked).toHaveLength(3);
  expect(asked[0]).toBe(`${address}/manifest.json`);
  expect(asked.slice(1).every((url) => /\?v=.{16,}$/.test(url))).toBe(true);
});

test('who did nothing yet sees what is popular, in more than one genre', async () => {
  await open();
  const { source, items, recommendationId } = await recommend();
  expect(source).toBe('popularity');
  expect(items).toHaveLength(8);
  expect(new Set(items.flatMap(({ genres }) => genres)).size).toBeGreaterThan(1);
  expect(recommendationId).not.toBe((await recommend()).recommendationId);
  expect((await recommend({ fallback: 'none' })).items).toEqual([]);
});

test('lists follow what the visitor did, at once', async () => {
  await open();
  await log('like', 1, 3, 5);
  const odd = await recommend();
  expect(odd.source).toBe('model');
  expect(tastesIn(odd.ids)).toEqual(new Array(8).fill(1));
  const [first] = odd.items;
  expect(first).toMatchObject({ title: `Title of ${first.item}`, genres: ['Odd', 'Any'] });
  await visitor.forget();
  await log('view', 2, 4, 6);
  expect(tastesIn((await recommend()).ids)).toEqual(new Array(8).fill(0));
});

test('what was bought, hidden or excluded is not shown; what was seen comes behind all else', async () => {
  await open();
  await log('view', 1, 3);
  await log('buy', 5);
  await log('hide', 7);
  const { ids } = await recommend({ limit: 40, exclude: ['i9', 'unknown'] });
  expect(ids).toHaveLength(37);
  for (const gone of ['i5', 'i7', 'i9']) expect(ids).not.toContain(gone);
  expect(ids.slice(-2).sort()).toEqual(['i1', 'i3']);
});

test('what scores too little is left out, and what is popular takes its place', async () => {
  await open();
  await log('like', 1, 3, 5);
  const { items } = await recommend();
  const threshold = items[3].score;
  const some = await recommend({ threshold });
  expect(some.items.every(({ score }) => score >= threshold)).toBe(true);
  expect((await recommend({ threshold: 1e6 })).source).toBe('popularity');
  expect((await recommend({ threshold: 1e6, fallback: 'none' })).items).toEqual([]);
});

test('items like another one are of its kind, without itself', async () => {
  await open();
  const { source, ids } = await recommend({ similarTo: 'i8' });
  expect(source).toBe('model');
  expect(ids).not.toContain('i8');
  expect(tastesIn(ids)).toEqual(new Array(8).fill(0));
  expect((await recommend({ similarTo: 'new in the shop' })).source).toBe('popularity');
});

test('a model without vectors says by its neighbours what is alike', async () => {
  serveFiles(await bundleOf(dataset, { checkpoint: await learnShop(dataset, itemKnn) }));
  await open();
  expect(tastesIn((await recommend({ similarTo: 'i8' })).ids)).toEqual(new Array(8).fill(0));
  await log('like', 1, 3, 5);
  expect(tastesIn((await recommend()).ids)).toEqual(new Array(8).fill(1));
});

test('two tabs of a shop share what was done', async () => {
  await Promise.all([open(), log('like', 1, 3)]);
  const other = createVisitor(async () => {});
  await other.log({ item: 'i5', event: 'buy', recommendationId: 'list' });
  expect((await visitor.events()).map(({ item }) => item)).toEqual(['i1', 'i3', 'i5']);
  expect(await visitor.events()).toEqual(await other.events());
});

test('a bundle that is out of reach or damaged says so, and may be opened again', async () => {
  serveFiles({ ...files, 'int8.safetensors': new Blob(['']) });
  await expect(open()).rejects.toMatchObject({ name: 'BundleError' });
  const present = Object.entries(files).filter(([name]) => name !== 'items.bin');
  serveFiles(Object.fromEntries(present));
  await expect(open()).rejects.toThrow(/items\.bin\S* is out of reach: the server says 404/);
  serveFiles(files);
  expect((await open()).items).toBe(40);
});

test('what does not fit the model is refused before it serves', async () => {
  const checkpoint = await learnShop(dataset);
  const narrow = { shape: [10, 16], values: new Float32Array(160) };
  serveFiles(
    await bundleOf(dataset, { checkpoint: { ...checkpoint, weights: { items: narrow } } }),
  );
  await expect(open()).rejects.toThrow('The bundle’s weights do not fit its model');
  serveFiles(await bundleOf(dataset, { checkpoint: { ...checkpoint, config: { depth: 3 } } }));
  await expect(open()).rejects.toThrow('There is no field “depth”');
});

test('another bundle takes the place of the one before, on the device too', async () => {
  const before = onDevice();
  for (const precision of ['int8', 'float32', 'int8'] as const) {
    await visitor.open({ bundle: address, precision });
  }
  await recommend();
  expect(onDevice().tensors - before.tensors).toBe(1);
});
