import { describe, expect, test } from 'vitest';
import { parseTime } from '../../../../src/engine/data/reading/cells';
import { createTimeZone } from '../../../../src/engine/data/reading/time-zone';

const read = (zone: string, cell: string): string =>
  new Date(parseTime(cell, createTimeZone(zone))).toISOString();

test.each([
  ['UTC', '2020-01-02 03:04', '2020-01-02T03:04:00.000Z'],
  ['Europe/Berlin', '2020-01-02 03:04', '2020-01-02T02:04:00.000Z'],
  ['Europe/Berlin', '2020-07-02T03:04:05.250', '2020-07-02T01:04:05.250Z'],
  ['America/New_York', '02.07.2020 23:00', '2020-07-03T03:00:00.000Z'],
  ['Asia/Kolkata', '2020-01-02 00:00', '2020-01-01T18:30:00.000Z'],
  ['Pacific/Kiritimati', '2020-01-02 03:04', '2020-01-01T13:04:00.000Z'],
  ['Europe/London', '1970-01-01 01:00', '1970-01-01T00:00:00.000Z'], // an hour ahead all year then
])('in %s, %s is %s', (zone, cell, time) => {
  expect(read(zone, cell)).toBe(time);
});

describe('when clocks are put forward or back', () => {
  test.each([
    ['before, in spring', 'Europe/Berlin', '2024-03-31 01:59', '2024-03-31T00:59:00.000Z'],
    ['skipped', 'Europe/Berlin', '2024-03-31 02:30', '2024-03-31T01:30:00.000Z'],
    ['after, in spring', 'Europe/Berlin', '2024-03-31 03:00', '2024-03-31T01:00:00.000Z'],
    ['before, in autumn', 'Europe/Berlin', '2024-10-27 01:59', '2024-10-26T23:59:00.000Z'],
    ['shown twice: the first', 'Europe/Berlin', '2024-10-27 02:30', '2024-10-27T00:30:00.000Z'],
    ['after, in autumn', 'Europe/Berlin', '2024-10-27 03:00', '2024-10-27T02:00:00.000Z'],
    [
      'shown twice, to the west',
      'America/New_York',
      '2024-11-03 01:30',
      '2024-11-03T05:30:00.000Z',
    ],
    ['by half an hour', 'Australia/Lord_Howe', '2024-10-06 02:15', '2024-10-05T15:45:00.000Z'],
    ['a midnight that is skipped', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['a day that is skipped', 'Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00:00.000Z'],
  ])('%s', (_when, zone, cell, time) => {
    expect(read(zone, cell)).toBe(time);
  });
});

test('a date alone begins at midnight there', () => {
  expect(read('Asia/Tokyo', '2020-01-02')).toBe('2020-01-01T15:00:00.000Z');
  expect(read('UTC', '2020-01-02')).toBe('2020-01-02T00:00:00.000Z');
});

test.each([
  '964982703',
  '964982703000',
  '2020-01-02T03:04:00Z',
  '2020-01-02 03:04 UTC',
  '2020-01-02T03:04:00+05:30',
])('no zone moves %s, which says itself when it was', (cell) => {
  expect(parseTime(cell, createTimeZone('Asia/Tokyo'))).toBe(parseTime(cell));
});

test('what is no zone is named, with the remedy', () => {
  expect(() => createTimeZone('Europe/Atlantis')).toThrow(/“Europe\/Atlantis”.*Europe\/Berlin/);
});
