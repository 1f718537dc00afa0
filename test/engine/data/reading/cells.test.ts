import { expect, test } from 'vitest';
import { parseNumber, parseTime } from '../../../../src/engine/data/reading/cells';

test.each([
  ['4', 4],
  [' 3.5 ', 3.5],
  ['3,5', 3.5],
  ['-2', -2],
  ['1e2', 100],
  ['', NaN],
  ['NaN', NaN],
  ['Infinity', NaN],
  ['1e39', NaN],
  ['five', NaN],
  ['1,234,567', NaN],
])('the number in %j is %d', (cell, expected) => {
  expect(parseNumber(cell)).toBe(expected);
});

const noon = Date.UTC(2024, 0, 31, 12);

test.each([
  ['1706702400', noon],
  ['1706702400.0', noon],
  ['1.7067024e9', noon],
  ['1706702400000', noon],
  ['1706702400000000', noon],
  ['2024-01-31T12:00:00Z', noon],
  ['2024-01-31 12:00:00', noon],
  ['2024-01-31T12:00', noon],
  ['2024/1/31 12:00:00.250', noon + 250],
  ['2024-01-31T14:00:00+02:00', noon],
  ['2024-01-31 07:00:00 -0500', noon],
  ['2024-01-31 12:00:00 UTC', noon],
  ['31.01.2024 12:00', noon],
  ['2024-01-31', noon - 12 * 3_600_000],
  ['881250949', 881250949000],
  ['0', 0],
])('the time in %j', (cell, expected) => {
  expect(parseTime(cell)).toBe(expected);
});

test.each([
  '',
  'yesterday',
  '2024-02-30',
  '2024-13-01',
  '2024-01-31 25:00',
  '1/2/2024',
  'NaN',
  '1e30',
])('%j is no time', (cell) => {
  expect(parseTime(cell)).toBe(NaN);
});
