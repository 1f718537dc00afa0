import { expect, test } from 'vitest';
import { readData } from '../../../src/headless/library/data';

test('rows are read as a file of them would be', async () => {
  const at = Date.UTC(2026, 0, 2);
  const { dataset } = await readData({
    data: [
      { user: 7, item: 'a "quoted", long id', rating: 2, timestamp: at },
      { user: 7, item: 'b', rating: 4.5, timestamp: at - 1000 },
      { user: 'ann', item: 'b', rating: 1 },
    ],
    items: [{ item: 'b', title: 'Bé, <b>', year: 1965, genres: ['Novel', 'Sea'] }],
  });
  const { users, items, catalog, values, timestamps } = dataset;
  expect(users.ids).toEqual(['7', 'ann']);
  expect(items.ids.toSorted()).toEqual(['a "quoted", long id', 'b']);
  expect([...values]).toEqual([4.5, 2, 1]);
  expect([...timestamps]).toEqual([at - 1000, at, NaN]);
  const b = items.indexOf('b');
  expect([catalog.titles[b], catalog.years[b], catalog.genres[b]]).toEqual([
    'Bé, <b>',
    1965,
    ['Novel', 'Sea'],
  ]);
});

test('choices need neither ratings nor times', async () => {
  const { dataset } = await readData({ data: [{ user: 'ann', item: 1 }] });
  expect([[...dataset.values], [...dataset.timestamps]]).toEqual([[1], [NaN]]);
});

test('no rows at all are refused', async () => {
  await expect(readData({ data: [] })).rejects.toMatchObject({ name: 'InputError' });
});
