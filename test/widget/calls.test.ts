import { expect, test } from 'vitest';
import { createCalls } from '../../src/widget/calls';

test('every call gets its own answer, in whatever order they come', async () => {
  const sent: [number, string][] = [];
  const { call, settle } = createCalls((id, { method }) => sent.push([id, method]));
  const [events, forget] = [call({ method: 'events' }), call({ method: 'forget' })];
  expect(sent.map(([, method]) => method)).toEqual(['events', 'forget']);
  const [[first], [second]] = sent;
  settle({ type: 'refusal', id: second, reason: { name: 'StorageError', message: 'Full.' } });
  settle({ type: 'answer', id: first, value: [{ item: 'a', event: 'like', at: 1 }] });
  expect(await events).toEqual([{ item: 'a', event: 'like', at: 1 }]);
  await expect(forget).rejects.toMatchObject({ name: 'StorageError', message: 'Full.' });
});

test('what answers nothing changes nothing', () => {
  const { settle } = createCalls(() => {});
  expect(() => settle({ type: 'answer', id: 7 })).not.toThrow();
  expect(() => settle({ type: 'loaded' })).not.toThrow();
});
