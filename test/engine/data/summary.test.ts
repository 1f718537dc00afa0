import { describe, expect, test } from 'vitest';
import { summarizeDataset } from '../../../src/engine/data/summary';
import { fileOf, importGuessed } from '../../fixtures/dropped-files';

const summarize = async (text: string) =>
  summarizeDataset((await importGuessed(fileOf('ratings.csv', text))).dataset);

describe('a summary', async () => {
  const summary = await summarize(
    'user,item,rating,timestamp\n' +
      'a,x,4,2023-12-31T23:59:59Z\n' +
      'a,y,0.1,2024-01-01\n' +
      'b,x,4,2024-03-05\n' +
      'c,x,5,never\n',
  );

  test('counts every rating', () => {
    expect(summary.ratings).toEqual([
      { value: 0.1, count: 1 },
      { value: 4, count: 2 },
      { value: 5, count: 1 },
    ]);
  });

  test('counts the interactions of each month, in UTC', () => {
    expect(summary.activity).toEqual([
      { month: '2023-12', count: 1 },
      { month: '2024-01', count: 1 },
      { month: '2024-03', count: 1 },
    ]);
  });

  test('tells how full and how even the matrix is', () => {
    expect(summary.density).toBeCloseTo(4 / 6);
    expect(summary.headShare).toBe(0.75);
    expect(summary.medianHistory).toBe(1);
    expect(summary.popular).toEqual([0, 1]);
  });
});

test('the median of an even number of histories lies between the middle two', async () => {
  const { medianHistory } = await summarize('user,item\na,x\nb,x\nb,y\na,z\nb,z\na,v\na,w\n');
  expect(medianHistory).toBe(4 - 0.5);
});

test('play counts fall into bins of one digit', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => `u${n % 7},i${n},${1000 + n * 13}`);
  const { ratings } = await summarize(['user,item,plays', ...rows].join('\n'));
  expect(ratings.map(({ value }) => value)).toEqual([1000, 2000]);
  expect(ratings.reduce((sum, { count }) => sum + count, 0)).toBe(100);
});
