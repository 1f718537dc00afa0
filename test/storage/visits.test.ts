import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { deleteEverything } from '../../src/storage/database';
import { appendVisit, clearVisits, listVisits } from '../../src/storage/visits';
import type { LoggedEvent } from '../../src/visitor-api';

afterEach(clearVisits);

const viewOf = (item: string, at = 0): LoggedEvent => ({ item, event: 'view', at });

test('keeps every event as it was, oldest first', async () => {
  const events = [viewOf('b', 1), { ...viewOf('a', 2), recommendationId: 'r' }, viewOf('b', 3)];
  for (const event of events) await appendVisit(event);
  expect(await listVisits()).toEqual(events);
});

test('keeps the newest thousand', async () => {
  for (let at = 0; at < 1003; at++) await appendVisit(viewOf('a', at));
  const kept = await listVisits();
  expect([kept.length, kept[0].at, kept.at(-1)!.at]).toEqual([1000, 3, 1002]);
});

test('forgets all when told to, and not when the app deletes what is its own', async () => {
  await appendVisit(viewOf('a'));
  await deleteEverything();
  expect(await listVisits()).toHaveLength(1);
  await clearVisits();
  expect(await listVisits()).toEqual([]);
});
