import { expect, test } from 'vitest';
import type { Source } from '../../../../src/engine/data/opening/source';
import { createEventTable, type EventTable } from '../../../../src/engine/data/reading/event-table';
import { countLines, reserver } from '../../../../src/engine/data/reading/room';
import { fileOf } from '../../../fixtures/dropped-files';

const lines = '1,2,3\n'.repeat(500);
const files = [fileOf('a.csv', lines), fileOf('b.csv', lines)];
const bytesOf = (rows: number): number => 6 * rows;

/** A file that says how large it is, and nothing else. */
const sourceOf = (size: number): Source => ({
  name: 'large.csv',
  size,
  stream: () => new ReadableStream(),
});

/** What is asked of a table of events. */
function createLog(): { readonly events: EventTable; readonly asked: number[] } {
  const asked: number[] = [];
  return { events: { ...createEventTable(), reserve: (room) => void asked.push(room) }, asked };
}

test('there is room for the rows of all files, and some to spare', () => {
  const { events, asked } = createLog();
  reserver(events, files)({ rows: 10, bytes: bytesOf(10) });
  expect(asked).toEqual([1300]);
});

test('none is made where nothing tells how much, or all was read', () => {
  const { events, asked } = createLog();
  const reserve = reserver(events, files);
  reserve({ rows: 0, bytes: 100 });
  reserve({ rows: 10, bytes: 0 });
  reserve({ rows: 1000, bytes: bytesOf(1000) });
  expect(asked).toEqual([]);
});

test('it is made once: what is read later changes nothing', () => {
  const { events, asked } = createLog();
  const reserve = reserver(events, files, 2 ** 20);
  reserve({ rows: 1, bytes: bytesOf(10) });
  reserve({ rows: 1000, bytes: 60 });
  expect(asked).toEqual([130]);
});

test('more than any memory holds is refused at once', () => {
  const reserve = reserver(createEventTable(), [sourceOf(2 ** 52)]);
  expect(() => reserve({ rows: 1, bytes: 6 })).toThrow(RangeError);
});

test('more than half of the memory of the device is refused, and says how much that is', () => {
  const { events, asked } = createLog();
  const step = { rows: 10, bytes: bytesOf(10) };
  const sources = Array.from({ length: 30 }, () => sourceOf(6e6));
  expect(() => reserver(events, sources, 2 ** 30)(step)).toThrow(
    'about 30 million interactions, and this device has memory for 13 million',
  );
  expect(asked).toEqual([]);
  reserver(events, sources, 2 ** 32)(step);
  expect(asked).toEqual([39_000_000]);
});

test('lines are counted by their ends', () => {
  expect(countLines(new TextEncoder().encode('a\nb\r\nc'))).toBe(2);
});
