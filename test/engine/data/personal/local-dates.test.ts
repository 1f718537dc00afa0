import { expect, test } from 'vitest';
import { parseLocalDates } from '../../../../src/engine/data/personal/local-dates';

const daysOf = (...cells: readonly string[]) =>
  parseLocalDates(cells).map((time) => new Date(time).toISOString().slice(0, 10));

test.each([
  ['month first, as the 20th shows', ['4/20/24', '4/3/24'], ['2024-04-20', '2024-04-03']],
  ['day first, as the 20th shows', ['20/04/2024', '03/04/2024'], ['2024-04-20', '2024-04-03']],
  ['with points', ['20.04.24', '03.04.24'], ['2024-04-20', '2024-04-03']],
  ['year first', ['2024-04-20', '2024-04-03'], ['2024-04-20', '2024-04-03']],
  [
    'day first, as the order shows',
    ['02/06/24', '12/05/24', '04/05/24'],
    ['2024-06-02', '2024-05-12', '2024-05-04'],
  ],
  [
    'month first, as the order shows',
    ['6/2/24', '5/12/24', '5/4/24'],
    ['2024-06-02', '2024-05-12', '2024-05-04'],
  ],
])('%s', (_case, cells, days) => {
  expect(daysOf(...cells)).toEqual(days);
});

test('what is no date is no number', () => {
  expect(parseLocalDates(['yesterday', '31/31/24'])).toEqual([NaN, NaN]);
});
