import { describe, expect, test } from 'vitest';
import { hashDataset } from '../../../src/engine/data/hash';
import { hashSide } from '../../../src/engine/data/hash-side';
import { joinNewItems } from '../../../src/engine/data/new-items';
import { fileOf, importGuessed } from '../../fixtures/dropped-files';

const ratings = fileOf('ratings.csv', 'user,item,rating\nann,10,4\nann,20,3\nbob,30,5\ncid,10,1\n');
const films = fileOf(
  'films.csv',
  'item,title,year,genres,studio\n99,Nova,2024,War,C\n10,Emma,1996,Drama,A\n30,Kim,1950,War,B\n98,,,,\n',
);
const tags = fileOf('tags.csv', 'user,item,tag\nann,10,dry\nann,99,odd\nbob,99,Dry\nann,97,odd\n');
const triples = fileOf('kg.txt', '1\tof.genre\t9\n2\tof.genre\t9\n');
const links = fileOf('x.link', 'item_id\tentity_id\n10\t1\n96\t2\n99\t7\n');
const everything = () => importGuessed(ratings, films, tags, triples, links);

describe('items that files describe and nobody chose', () => {
  test('are kept apart', async () => {
    const { dataset } = await everything();
    expect(dataset.items.ids).toEqual(['10', '20', '30']);
    expect(dataset.catalog.titles).toEqual(['Emma', '', 'Kim']);
    expect(dataset.newItems?.ids).toEqual(['99', '98', '97', '96']);
    expect(dataset.newItems?.titles).toEqual(['Nova', '', '', '']);
  });

  test('leave every other figure of the data as it is', async () => {
    const [{ dataset: all }, { dataset: rated }] = [
      await everything(),
      await importGuessed(
        ratings,
        fileOf(
          'films.csv',
          'item,title,year,genres,studio\n10,Emma,1996,Drama,A\n30,Kim,1950,War,B\n',
        ),
        fileOf('tags.csv', 'user,item,tag\nann,10,dry\n'),
        triples,
        links,
      ),
    ];
    expect(await hashDataset(all)).toBe(await hashDataset(rated));
    expect(await hashSide(all)).toBe(await hashSide(rated));
  });

  test('are none where all were chosen', async () => {
    expect((await importGuessed(ratings)).dataset.newItems).toBeNull();
  });
});

test('more of them than would be kept are counted', async () => {
  const many = Array.from({ length: 2 ** 17 + 5 }, (_zero, i) => `new${i},Film`);
  const titles = fileOf('films.csv', `item,title\n10,Emma\n${many.join('\n')}\n`);
  const { dataset, report } = await importGuessed(ratings, titles);
  expect(dataset.newItems?.ids).toHaveLength(2 ** 17);
  expect(dataset.newItems?.ids.at(-1)).toBe(`new${2 ** 17 - 1}`);
  expect(report.counts).toEqual({ 'too-many-new': 5 });
});

describe('joined to the others', () => {
  test('they come behind them, with all that is known of both', async () => {
    const { dataset } = await everything();
    const joined = joinNewItems(dataset);
    expect(joined.items.ids).toEqual(['10', '20', '30', '99', '98', '97', '96']);
    expect(joined.itemOf).toEqual(dataset.itemOf);
    expect([joined.firstNew, joined.newItems]).toEqual([3, null]);
    const { titles, years, genres, columns, tags: words } = joined.catalog;
    expect(titles.slice(0, 4)).toEqual(['Emma', '', 'Kim', 'Nova']);
    expect(Array.from(years)).toEqual([1996, NaN, 1950, 2024, NaN, NaN, NaN]);
    expect(genres[3]).toEqual(['War']);
    const [studio] = columns;
    expect(Array.from(studio.cells, (cell) => studio.values[cell] ?? '-').join('')).toBe('A-BC---');
    const given = Array.from(
      words!.lists.indices,
      (tag, i) => `${words!.names[tag]} ${words!.counts[i]}`,
    );
    expect(given).toEqual(['dry 1', 'dry 1', 'odd 1', 'odd 1']);
    expect(Array.from(words!.lists.offsets)).toEqual([0, 1, 1, 1, 3, 3, 4, 4]);
    const { entities, entityOf } = joined.graph!;
    expect(Array.from(entityOf, (entity) => entities.ids[entity] ?? '-').join('')).toBe('1--7--2');
  });

  test('by features, of which something is said', async () => {
    const { items } = joinNewItems((await everything()).dataset, 'features');
    expect(items.ids.slice(3)).toEqual(['99', '97']);
  });

  test('by the graph, which says something of what they are', async () => {
    const { items } = joinNewItems((await everything()).dataset, 'graph');
    expect(items.ids.slice(3)).toEqual(['96']);
  });

  test('the data are the same where there are none', async () => {
    const { dataset } = await importGuessed(ratings);
    expect(joinNewItems(dataset)).toBe(dataset);
    expect(joinNewItems((await importGuessed(ratings, films)).dataset, 'graph').firstNew).toBe(
      undefined,
    );
  });
});
