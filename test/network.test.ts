import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { noNetwork } from '../scripts/no-network.mjs';

/** How often the rules object to `code` in a file that may name the ways in `allowed`. */
function objections(code: string, allowed: readonly string[] = []): number {
  const rules = noNetwork(allowed);
  return new Linter().verify(code, [{ rules }]).filter(({ ruleId }) => ruleId! in rules).length;
}

describe('the rules object to', () => {
  test.each([
    'fetch(address)',
    'globalThis.fetch(address)',
    'const { fetch: get } = self',
    'new XMLHttpRequest()',
    'new WebSocket(address)',
    'new EventSource(address)',
    'new RTCPeerConnection()',
    'new WebTransport(address)',
    'importScripts(address)',
    'navigator.sendBeacon(address, data)',
    'open(address)',
    'window.open(address)',
    'location = address',
    'window.location = address',
    'location.href = address',
    'document.location.search = data',
    'location.assign(address)',
    'window.location.replace(address)',
    'import(address)',
    'new Image().src',
    'document.createElement("img")',
    'html`<img src=${address}>`',
    'html`<p>${text}</p><iframe src=${address}>`',
  ])('%s', (code) => expect(objections(code)).toBe(1));
});

test('what asks nobody is let through', () => {
  const code = `
    location.hash = room; location.reload(); gate.open(); import('./plot'); new Blob([]);
    document.createElement('a'); html\`<button>\${fetched}</button>\`;`;
  expect(objections(code)).toBe(0);
});

test('a file may name what it is allowed to, and nothing else', () => {
  const code = 'fetch(address); import(address); new WebSocket(address);';
  expect(objections(code, ['fetch', 'import'])).toBe(1);
});
