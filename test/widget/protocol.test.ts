import { describe, expect, test } from 'vitest';
import { heard, isFrameMessage, isPageMessage, say } from '../../src/widget/protocol';
import type { Peer, Said } from '../../src/widget/protocol';

const peer: Peer = { window: {} as Window, origin: 'https://palate.example' };
const loaded = { palate: 1, type: 'loaded' };

/** A message as a window gets it. */
const message = (data: unknown, from: Partial<MessageEvent> = {}) =>
  ({ source: peer.window, origin: peer.origin, data, ...from }) as MessageEvent;

describe('a message is heard', () => {
  test('from the peer, in its window and of its origin', () => {
    expect(heard(message(loaded), peer)).toEqual(loaded);
  });

  test.each([
    ['another window', { source: {} as Window }],
    ['no window', { source: null }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['an origin that only begins so', { origin: 'https://palate.example.org' }],
  ])('but not from %s', (_what, from) => {
    expect(heard(message(loaded, from), peer)).toBeNull();
  });

  test.each([null, 'palate', 7, {}, { type: 'loaded' }])('nor where it is %j', (data) => {
    expect(heard(message(data), peer)).toBeNull();
  });
});

const said = (fields: Readonly<Record<string, unknown>>): Said => ({ palate: 1, ...fields });

test.each([
  [{ type: 'loaded' }, true],
  [{ type: 'size', height: 420 }, true],
  [{ type: 'size', height: -1 }, false],
  [{ type: 'size', height: Infinity }, false],
  [{ type: 'size', height: '100vh' }, false],
  [{ type: 'event', name: 'palate-select' }, true],
  [{ type: 'event', name: 'click' }, false],
  [{ type: 'loaded', palate: 2 }, false],
  [{ type: 'show' }, false],
])('that %j is from a frame: %j', (fields, is) => {
  expect(isFrameMessage(said(fields))).toBe(is);
});

test.each([
  [{ type: 'show' }, true],
  [{ type: 'refresh' }, true],
  [{ type: 'show', palate: 0 }, false],
  [{ type: 'loaded' }, false],
  [{}, false],
])('that %j is from a page: %j', (fields, is) => {
  expect(isPageMessage(said(fields))).toBe(is);
});

test('what is said goes to the origin of the peer alone', () => {
  const posted: unknown[] = [];
  const window = { postMessage: (...parts: unknown[]) => posted.push(parts) };
  say({ ...peer, window: window as unknown as Window }, { type: 'refresh' });
  expect(posted).toEqual([[{ palate: 1, type: 'refresh' }, 'https://palate.example']]);
});
