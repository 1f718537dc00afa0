import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { previewFile } from '../../../../src/engine/data/guess';
import { fileOf, importGuessed, latin1, linesOf, utf16 } from '../../../fixtures/dropped-files';

const first = Date.UTC(2020, 0, 1);
const lines = (...objects: readonly object[]) =>
  objects.map((object) => `${JSON.stringify(object)}\n`).join('');

describe('JSON', () => {
  test('Amazon’s older reviews, compressed: the review’s summary is nobody’s title', async () => {
    const text = lines(
      ...[0, 1, 2].map((n) => ({
        reviewerID: `A${n}`,
        asin: 'B000000001',
        reviewerName: 'Ann',
        reviewText: 'It is, well, fine.',
        overall: n + 3,
        unixReviewTime: first / 1000,
        reviewTime: '01 1, 2020',
      })),
    );
    const imported = await importGuessed(fileOf('a.json.gz', new Uint8Array(gzipSync(text))));
    expect(linesOf(imported)).toEqual([0, 1, 2].map((n) => `A${n} B000000001 ${n + 3} ${first}`));
  });

  test('Amazon’s newer reviews: by the parent, in ms, without the title of the review', async () => {
    const text = lines(
      ...['a', 'b'].map((user) => ({
        rating: 5,
        title: 'Great!',
        text: 'I like it.',
        images: [],
        asin: 'B1',
        parent_asin: 'B9',
        user_id: user,
        timestamp: first,
      })),
    );
    const imported = await importGuessed(fileOf('reviews.jsonl', text));
    expect(linesOf(imported)).toEqual([`a B9 5 ${first}`, `b B9 5 ${first}`]);
    expect(imported.dataset.catalog.titles).toEqual(['']);
  });

  test('a list of objects, over several lines, in UTF-16', async () => {
    const list = [
      { user: 'a', item: 1, rating: 2.5, genres: ['x', 'y'] },
      { user: 'b', item: 1, rating: null, genres: ['x', 'y'] },
    ];
    const imported = await importGuessed(fileOf('list.json', utf16(JSON.stringify(list, null, 2))));
    expect(linesOf(imported)).toEqual(['a 1 2.5 NaN']);
    expect(imported.dataset.catalog.genres).toEqual([['x', 'y']]);
    expect(imported.report.counts).toEqual({ 'bad-rating': 1 });
  });

  test('a broken line costs one row, and says where it is', async () => {
    const text = `${lines({ user: 'a', item: 'x' })}{"user": "b", \n${lines({ user: 'b', item: 'y' })}`;
    const { report } = await importGuessed(fileOf('broken.jsonl', text));
    expect(report.problems).toEqual([
      { file: 'broken.jsonl', line: 2, why: 'too-few-columns', text: '{"user": "b", ' },
    ]);
    expect(report.kept).toBe(2);
  });

  test('keys of the language itself are columns as any', async () => {
    const text = '{"user":"a","item":"x","__proto__":"p","constructor":"c"}\n'.repeat(2);
    const { columns, rows } = await previewFile(fileOf('keys.jsonl', text));
    expect(columns).toEqual(['user', 'item', '__proto__', 'constructor']);
    expect(rows[0]).toEqual(['a', 'x', 'p', 'c']);
  });

  test('columns can be corrected', async () => {
    const file = fileOf('odd.json', lines({ a: 1, b: 2 }, { a: 3, b: 4 }));
    const { plan } = await previewFile(file);
    const corrected = { ...plan, kind: 'interactions' as const, roles: { user: 1, item: 0 } };
    expect(await previewFile(file, corrected)).toMatchObject({
      problem: null,
      columns: ['a', 'b'],
    });
  });
});

describe('the Netflix Prize', () => {
  test('ratings stand under the film they are of', async () => {
    const text = '1:\n1488844,3,2005-09-06\n822109,5,2005-05-13\n2:\n1488844,4,2005-09-06\n';
    expect(linesOf(await importGuessed(fileOf('combined_data_1.txt', text)))).toEqual([
      `1488844 1 3 ${Date.UTC(2005, 8, 6)}`,
      `1488844 2 4 ${Date.UTC(2005, 8, 6)}`,
      `822109 1 5 ${Date.UTC(2005, 4, 13)}`,
    ]);
  });

  test('titles have commas and latin-1 letters, and no quotes', async () => {
    const titles = Array.from(
      { length: 30 },
      (_title, n) => `${n + 1},${1990 + n},Film No ${n + 1}`,
    );
    titles[1] = '2,1991,Salt, Water, Déjà Vu';
    const ratings = '1:\n7,3,2005-09-06\n2:\n7,4,2005-09-06\n';
    const { dataset } = await importGuessed(
      fileOf('combined_data_1.txt', ratings),
      fileOf('movie_titles.csv', latin1(`${titles.join('\n')}\n`)),
    );
    expect(dataset.catalog.titles).toEqual(['Film No 1', 'Salt, Water, Déjà Vu']);
    expect([...dataset.catalog.years]).toEqual([1990, 1991]);
  });
});

test('Amazon’s ratings alone, without header, in either order', async () => {
  const rows = Array.from({ length: 30 }, (_row, n) => [
    `A${String(n % 6).padStart(12, '0')}X`,
    `B${String(n % 9).padStart(9, '0')}`,
  ]);
  const byUser = rows.map(([user, item]) => `${user},${item},5.0,1400000000`).join('\n');
  const byItem = rows.map(([user, item]) => `${item},${user},5.0,1400000000`).join('\n');
  const roles = async (text: string) => (await previewFile(fileOf('ratings.csv', text))).plan.roles;
  expect(await roles(byUser)).toEqual({ user: 0, item: 1, value: 2, time: 3 });
  expect(await roles(byItem)).toEqual({ user: 1, item: 0, value: 2, time: 3 });
});

describe('Parquet', () => {
  const bytesOf = (name: string) =>
    new Uint8Array(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url)));

  test.each(['ratings.parquet', 'ratings-gzip.parquet'])(
    '%s is read by its columns',
    async (name) => {
      const imported = await importGuessed(fileOf(name, bytesOf(name)));
      expect(imported.report).toMatchObject({ rows: 30, kept: 30 });
      expect(linesOf(imported)[0]).toBe(`u0 100 1 ${Date.UTC(2024, 0, 1)}`);
    },
  );

  test('that is damaged says so', async () => {
    const bytes = bytesOf('ratings.parquet').fill(0, 700);
    await expect(previewFile(fileOf('bad.parquet', bytes))).rejects.toThrow(
      /bad\.parquet could not/,
    );
  });
});

test.each(['\r', '\n', '\r\n'])('lines may end in %j', async (end) => {
  const text = ['user,item,rating', 'a,x,"3,5"', 'b,x,2'].join(end);
  expect(linesOf(await importGuessed(fileOf('a.csv', text)))).toEqual(['a x 3.5 NaN', 'b x 2 NaN']);
});
