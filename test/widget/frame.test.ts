import { expect, test, vi } from 'vitest';

const said: unknown[] = [];
const watching = new Set<() => void>();

vi.mock('../../src/widget/client', () => ({
  createPalate: () => ({
    onChange(listener: () => void) {
      watching.add(listener);
      return () => watching.delete(listener);
    },
  }),
}));

const lists: EventTarget[] = [];
vi.mock('../../src/widget/index', () => ({
  PalateRecs: class extends EventTarget {
    readonly src = '/bundle/';
    constructor() {
      super();
      lists.push(this);
    }
    getAttribute = () => null;
  },
}));

test('the page hears of a change once, however many bundles the frame has shown', async () => {
  vi.stubGlobal('parent', { postMessage: (message: unknown) => said.push(message) });
  vi.stubGlobal('location', { hash: `#${encodeURIComponent('https://shop.example')}` });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', {});
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
    },
  );
  await import('../../src/widget/frame');
  for (let bundle = 0; bundle < 3; bundle++) {
    lists[0].dispatchEvent(new CustomEvent('palate-ready', { detail: {} }));
  }
  said.length = 0;
  for (const listener of watching) listener();
  expect(said).toEqual([expect.objectContaining({ type: 'changed' })]);
});
