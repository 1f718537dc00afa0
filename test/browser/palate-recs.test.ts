import { afterEach, describe, expect, test } from 'vitest';
import { palate } from '../../src/widget';
import type { EmbedFailure, PalateRecs, Selection } from '../../src/widget';
import type { VisitorList } from '../../src/visitor-api';

const worker = new URL('../fixtures/fake-visitor-worker.ts', import.meta.url).href;
let bundles = 0;

afterEach(() => document.body.replaceChildren());

/** An element as a page writes it; unless told otherwise each has a bundle, and so a visitor, of its own. */
function write(
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Node[]
): PalateRecs {
  const element = document.createElement('palate-recs');
  const all = { src: `/bundle-${++bundles}/`, worker, limit: '4', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The same, in the page and with its list. */
async function show(...parameters: Parameters<typeof write>): Promise<PalateRecs> {
  const element = write(...parameters);
  const listed = next<VisitorList>('palate-recommendations');
  document.body.append(element);
  await listed;
  return element;
}

/** What the next event of a name brings, as it arrives at the document. */
function next<Detail>(name: string): Promise<Detail> {
  return new Promise((resolve) =>
    document.addEventListener(name, (event) => resolve((event as CustomEvent<Detail>).detail), {
      once: true,
    }),
  );
}

const inside = (element: PalateRecs) => element.shadowRoot!;
const itemsOf = (element: PalateRecs) =>
  Array.from(inside(element).querySelectorAll('li'), ({ dataset }) => dataset.item);
const textOf = (element: PalateRecs, part: string) =>
  inside(element).querySelector(`[part="${part}"]`)?.textContent;
const cardOf = (element: PalateRecs, item: string) =>
  inside(element).querySelector<HTMLElement>(`[data-item="${item}"] [part="card"]`)!;

function template(...children: readonly (Node | string)[]): HTMLTemplateElement {
  const element = document.createElement('template');
  element.slot = 'item';
  element.content.append(...children);
  return element;
}

function field<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  dataset: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  Object.assign(element.dataset, dataset);
  return element;
}

describe('a list', () => {
  test('shows what the worker recommends, and says what it is', async () => {
    const ready = next<{ name: string }>('palate-ready');
    const element = await show();
    expect((await ready).name).toBe('Fake');
    expect(itemsOf(element)).toEqual(['i1', 'i2', 'i3', 'i4']);
    expect(cardOf(element, 'i1').textContent).toBe('TTitle 11990 · Comedy');
    expect(textOf(element, 'heading')).toBe('Popular here');
    expect(inside(element).querySelector('[role="status"]')?.textContent).toBe('4 recommendations');
  });

  test('keeps the places of its entries while it is on its way', async () => {
    const element = write();
    const listed = next('palate-recommendations');
    document.body.append(element);
    await Promise.resolve();
    expect(itemsOf(element)).toEqual(['', '', '', '']);
    const height = element.offsetHeight;
    await listed;
    expect(element.offsetHeight).toBe(height);
  });

  test.each([
    [{ limit: '2' }, ['i1', 'i2']],
    [{ limit: 'all' }, ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9', 'i10']],
    [{ threshold: '0.9' }, ['i1', 'i2']],
    [{ 'similar-to': 'i2' }, ['i5', 'i8', 'i11', 'i1']],
    [{ fallback: 'none' }, []],
  ])('with %j holds %j', async (attributes, items) => {
    expect(itemsOf(await show(attributes))).toEqual(items);
  });

  test('leaves out what the page excludes', async () => {
    const element = write();
    element.exclude = ['i1', 'i3'];
    const listed = next('palate-recommendations');
    document.body.append(element);
    await listed;
    expect(itemsOf(element)).toEqual(['i2', 'i4', 'i5', 'i6']);
  });

  test('speaks the language of the place that it is in', async () => {
    const part = document.createElement('div');
    part.lang = 'zh-CN';
    document.body.append(part);
    const listed = next('palate-recommendations');
    const element = write();
    part.append(element);
    await listed;
    expect(textOf(element, 'heading')).toBe('热门');
  });

  test('has the heading that the page gives it, or none', async () => {
    const element = await show({ heading: 'More to read' });
    expect(textOf(element, 'heading')).toBe('More to read');
    element.setAttribute('heading', '');
    await next('palate-recommendations');
    expect(inside(element).querySelector<HTMLElement>('h2')?.hidden).toBe(true);
  });
});

describe('a choice', () => {
  test('is told and remembered with the list that it came from', async () => {
    const element = await show();
    const selected = next<Selection>('palate-select');
    const changed = next<VisitorList>('palate-recommendations');
    cardOf(element, 'i2').click();
    const { recommendationId, ...selection } = await selected;
    expect(selection).toEqual({ item: 'i2', title: 'Title 2', position: 2 });
    await changed;
    expect(itemsOf(element)).toEqual(['i5', 'i8', 'i11', 'i1']);
    expect(await element.events()).toEqual([
      { item: 'i2', event: 'click', recommendationId, at: 0 },
    ]);
  });

  test('changes every list of the bundle, until it is forgotten', async () => {
    const [first, second] = [await show({ src: '/same/' }), await show({ src: '/same/' })];
    await first.log({ item: 'i3', event: 'like' });
    await expect.poll(() => itemsOf(second)).toEqual(['i6', 'i9', 'i12', 'i1']);
    await second.forget();
    await expect.poll(() => itemsOf(first)).toEqual(['i1', 'i2', 'i3', 'i4']);
  });

  test('can be logged without an element at hand', async () => {
    await show();
    await palate.log({ item: 'i1', event: 'view' });
    expect((await palate.events()).at(-1)).toMatchObject({ item: 'i1', event: 'view' });
  });

  test('leaves the focus where it was, or on what takes its place', async () => {
    const element = await show();
    cardOf(element, 'i1').focus();
    await element.log({ item: 'i3', event: 'like' });
    await expect.poll(() => itemsOf(element)[3]).toBe('i1');
    expect(inside(element).activeElement).toBe(cardOf(element, 'i1'));
    await element.log({ item: 'i1', event: 'hide' });
    await expect.poll(() => itemsOf(element)).toEqual(['i4', 'i7', 'i10', 'i2']);
    expect(inside(element).activeElement).toBe(cardOf(element, 'i2'));
  });
});

describe('what a page draws itself', () => {
  test('is its template, filled with text', async () => {
    const element = await show(
      {},
      template(field('b', { field: 'title' }), ' in ', field('i', { field: 'year' })),
    );
    expect(cardOf(element, 'i2').innerHTML).toBe(
      '<b data-field="title">Title 2</b> in <i data-field="year">1991</i>',
    );
    expect(cardOf(element, 'i2').localName).toBe('button');
  });

  test('may have controls of its own, which log what they name', async () => {
    const like = field('button', { event: 'like' });
    const element = await show({}, template(field('span', { field: 'title' }), like));
    const changed = next('palate-recommendations');
    cardOf(element, 'i3').querySelector('button')!.click();
    await changed;
    expect(await element.events()).toMatchObject([{ item: 'i3', event: 'like' }]);
  });

  test('never makes a script of an item', async () => {
    const element = await show({}, template(field('script', { field: 'title' })));
    expect(cardOf(element, 'i1').textContent).toBe('');
  });

  test('is what its function gives', async () => {
    const element = write();
    element.renderItem = ({ title }, position) => `${position}: ${title}`;
    const listed = next('palate-recommendations');
    document.body.append(element);
    await listed;
    expect(cardOf(element, 'i2').textContent).toBe('2: Title 2');
  });

  test('leads to an address that holds the item', async () => {
    const element = await show({ 'item-url': '/items/{item}?from=list' });
    expect(cardOf(element, 'i2').getAttribute('href')).toBe('/items/i2?from=list');
  });
});

describe('what keeps a list from starting is told', () => {
  const refusals: readonly [string, Readonly<Record<string, string>>, string, RegExp][] = [
    ['a worker elsewhere', { worker: 'https://cdn.example/w.js' }, 'EmbedError', /own origin/],
    ['a worker that is missing', { worker: '/missing.js' }, 'EmbedError', /did not load/],
    ['a bundle that is missing', { src: '/missing/' }, 'BundleError', /no manifest.json at/],
  ];

  test.each(refusals)('%s', async (_what, attributes, name, message) => {
    const told = next<EmbedFailure>('palate-error');
    const element = write(attributes);
    document.body.append(element);
    expect(await told).toEqual({ name, message: expect.stringMatching(message) });
    expect(element.offsetHeight).toBe(0);
    element.setAttribute('worker', worker);
    element.setAttribute('src', '/there/');
    await next('palate-recommendations');
    expect(itemsOf(element)).toHaveLength(4);
    expect(element.offsetHeight).toBeGreaterThan(0);
  });

  test('and visitors see what the page has for it, where it has something', async () => {
    const element = write({ src: '/missing/' });
    element.innerHTML = '<p slot="empty">Come back later.</p>';
    document.body.append(element);
    await next('palate-error');
    expect(element.offsetHeight).toBeGreaterThan(0);
  });
});

test('properties that were set before the element was defined count', async () => {
  const element = document.createElement('palate-recs');
  Object.defineProperty(element, 'limit', { value: 3, configurable: true, writable: true });
  Object.assign(element, { src: '/early/', workerUrl: worker });
  const listed = next('palate-recommendations');
  document.body.append(element);
  await listed;
  expect(itemsOf(element)).toHaveLength(3);
});
