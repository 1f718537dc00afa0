import { describe, expect, test } from 'vitest';
import { filterEvents } from '../../../src/engine/data/dataset';
import type { Column } from '../../../src/engine/data/side';
import { describeSide } from '../../../src/engine/data/summary';
import { fileOf, importGuessed } from '../../fixtures/dropped-files';

const ratings = fileOf('ratings.csv', 'user,item,rating\nann,10,4\nann,20,3\nbob,30,5\ncid,10,1\n');

/** What a column says of each row, a dash where it says nothing. */
const saidBy = ({ values, cells }: Column): string[] =>
  Array.from(cells, (cell) => values[cell] ?? '-');

describe('people', () => {
  const users = fileOf('users.csv', 'user,age,gender\ncid,30,\ndan,99,M\nann,20,F\n,5,M\nbob,31\n');

  test('have what their file says, in their order', async () => {
    const { dataset } = await importGuessed(users, ratings);
    expect(dataset.people.map(({ name }) => name)).toEqual(['age', 'gender']);
    expect(dataset.people.map(saidBy)).toEqual([
      ['20', '31', '30'],
      ['F', '-', '-'],
    ]);
  });

  test('without an id are complained of', async () => {
    const { report } = await importGuessed(users, ratings);
    expect(report.problems).toEqual([{ file: 'users.csv', line: 5, why: 'no-user', text: ',5,M' }]);
  });

  test('of whom none has an interaction are refused', async () => {
    const strangers = fileOf('users.csv', 'user,age\nx,30\ny,40\n');
    await expect(importGuessed(ratings, strangers)).rejects.toThrow(
      /None of the 2 users in users\.csv, such as “x”, has an interaction\. Check which column/,
    );
  });

  test('whose file has no readable row are refused, with its first line', async () => {
    const empty = fileOf('users.csv', 'user,age\n,30\n');
    await expect(importGuessed(ratings, empty)).rejects.toThrow(/line 2 of users\.csv: “,30”/);
  });
});

describe('items', () => {
  test('have tags with counts, the most given first, in lower case', async () => {
    const tags = fileOf(
      'tags.csv',
      'user,item,tag\nann,10,Dry\nbob,10,fun\ncid,10,FUN\nbob,30,dry\nbob,99,odd\nbob,30,\n',
    );
    const { dataset, report } = await importGuessed(ratings, tags);
    const { names, lists, counts } = dataset.catalog.tags!;
    const given = Array.from(lists.indices, (tag, i) => `${names[tag]} ${counts[i]}`);
    expect(given).toEqual(['fun 2', 'dry 1', 'dry 1']);
    expect(Array.from(lists.offsets)).toEqual([0, 2, 2, 3]);
    expect(report.problems.map(({ line, why }) => `${line} ${why}`)).toEqual(['7 empty-cell']);
  });

  test('have further columns by name', async () => {
    const films = fileOf('films.csv', 'item,title,studio\n30,Dune,A\n10,Emma,B\n20,Kim,NULL\n');
    const { dataset } = await importGuessed(films, ratings);
    expect(dataset.catalog.titles).toEqual(['Emma', 'Kim', 'Dune']);
    expect(dataset.catalog.columns.map(saidBy)).toEqual([['B', '-', 'A']]);
  });
});

describe('interactions', () => {
  const events = fileOf(
    'events.csv',
    'user,item,time,event\nbob,30,2024-01-03,buy\nann,10,2024-01-02,view\nann,20,2024-01-01,\n',
  );

  test('have further columns, sorted with them', async () => {
    const { dataset } = await importGuessed(events, ratings);
    expect(dataset.context.map(({ name }) => name)).toEqual(['event']);
    const lines = saidBy(dataset.context[0]).map(
      (said, event) => `${dataset.items.ids[dataset.itemOf[event]]} ${said}`,
    );
    // What came later without a time stands for what came before.
    expect(lines.toSorted()).toEqual(['10 -', '10 view', '20 -', '30 buy']);
  });

  test('keep them when some are taken out', async () => {
    const { dataset } = await importGuessed(events);
    const kept = filterEvents(dataset, (event) => dataset.itemOf[event] !== 1);
    expect(saidBy(kept.context[0]).length).toBe(2);
    expect(kept.context[0].values).toBe(dataset.context[0].values);
    expect(describeSide(kept)).toEqual(describeSide(dataset));
  });

  test('whose columns are about users or items give them away', async () => {
    const rows = Array.from({ length: 90 }, (_zero, n) => {
      const [user, item] = [n % 9, (n * 7) % 10];
      return `${user},${item},${user % 2},${item % 3},${n % 4}`;
    });
    const joined = fileOf('joined.csv', ['user,item,sex,brand,device', ...rows].join('\n'));
    const { dataset } = await importGuessed(joined);
    expect(describeSide(dataset)).toMatchObject({
      people: ['sex'],
      items: ['brand'],
      context: ['device'],
    });
    expect(saidBy(dataset.people[0])).toEqual(
      dataset.users.ids.map((id) => String(Number(id) % 2)),
    );
    expect(saidBy(dataset.catalog.columns[0])).toEqual(
      dataset.items.ids.map((id) => String(Number(id) % 3)),
    );
  });

  test('lose a column of names, and say so', async () => {
    const rows = Array.from({ length: 40_000 }, (_zero, n) => `${n % 99},${n},n${n >> 1}`);
    const file = fileOf('named.csv', ['user,item,session', ...rows].join('\n'));
    const { dataset, report } = await importGuessed(file);
    expect(dataset.context).toEqual([]);
    expect(report.counts).toEqual({ 'too-varied': 1 });
    expect(report.problems[0]).toMatchObject({ file: 'named.csv', text: 'session' });
  });
});

describe('a knowledge graph', () => {
  const triples = fileOf('kg.txt', '0\tfilm.film.genre\t7\n5\tfilm.film.writer\t0\n0\tx.y\n');
  const links = fileOf('item_index2entity_id.txt', '10\t0\n20\t9\n99\t5\n');

  test('has triples, and the entity of each item', async () => {
    const { dataset, report } = await importGuessed(links, ratings, triples);
    const { entities, relations, heads, relationOf, tails, entityOf } = dataset.graph!;
    const read = Array.from(heads, (head, i) =>
      [entities.ids[head], relations[relationOf[i]], entities.ids[tails[i]]].join(' '),
    );
    expect(read).toEqual(['0 film.film.genre 7', '5 film.film.writer 0']);
    expect(Array.from(entityOf, (entity) => entities.ids[entity])).toEqual(['0', '9', undefined]);
    expect(report.counts).toEqual({ 'too-few-columns': 1 });
  });

  test('without its links, or links without a graph, are refused with a remedy', async () => {
    await expect(importGuessed(ratings, triples)).rejects.toThrow(
      /kg\.txt does not say which item is which entity\. Add the file that does/,
    );
    await expect(importGuessed(ratings, links)).rejects.toThrow(/Add the file of the graph/);
  });
});

test('edges between people count once, among those who have interactions', async () => {
  const trust = fileOf('trust.txt', 'ann\tbob\nbob\tann\nann\tbob\nann\tann\ndan\tann\ncid\tbob\n');
  const { dataset } = await importGuessed(ratings, trust);
  const { from, to } = dataset.friends!;
  const { ids } = dataset.users;
  const edges = Array.from(from, (user, i) => `${ids[user]} ${ids[to[i]]}`);
  expect(edges).toEqual(['ann bob', 'bob ann', 'cid bob']);
});

test('without such files nothing is known besides', async () => {
  const { dataset } = await importGuessed(ratings);
  expect(describeSide(dataset)).toEqual({
    people: [],
    items: [],
    context: [],
    triples: 0,
    friends: 0,
  });
});
