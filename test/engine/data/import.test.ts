import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { previewFile } from '../../../src/engine/data/guess';
import { importFiles } from '../../../src/engine/data/import';
import type { FilePlan, ImportProgress } from '../../../src/engine/data/plan';
import { isFailure } from '../../../src/errors';
import { fileOf, importGuessed, latin1, linesOf, utf16 } from '../../fixtures/dropped-files';

describe('a file with every kind of trouble', async () => {
  const text = readFileSync(new URL('../../fixtures/ratings.csv', import.meta.url), 'utf8');
  const imported = await importGuessed(fileOf('ratings.csv', text));

  test('keeps what can be read', () => {
    expect(linesOf(imported)).toEqual([
      '1 10 4 964982703000',
      '1 20 5 964982900000',
      '2 10 2 1577836800000',
      '2 30 4.5 1577836800000',
      '3 10 5 964982703000',
      '4 40 4 NaN',
      '4 50 4 NaN',
      '4 20 4 964982703000',
      '5 a, b 3 964982703000',
      '5 c "d" 3 964982703000',
      '5 80 3 964982703000',
      '6 10 4 964982703000',
      '7 20 4 964982703000',
    ]);
  });

  test('says what was wrong, and where', () => {
    const { report } = imported;
    expect(report.problems.map(({ line, why, text: cell }) => `${line} ${why} ${cell}`)).toEqual([
      '7 bad-rating x',
      '8 bad-rating ',
      '9 bad-rating NaN',
      '10 bad-rating Infinity',
      '11 stray-quote 4,"10,4.0,964982703',
      '13 no-user ,20,4.0,964982703',
      '14 no-item 4,,4.0,964982703',
      '15 too-few-columns 4,30',
      '16 bad-time yesterday',
      '17 bad-time ',
      '23 stray-quote 5,60",3.0,964982703',
      '24 bad-rating 1e39',
      '27 stray-quote 7,10,4.0,"964982703',
      '3 duplicate 1, 20',
      '18 duplicate 1, 10',
    ]);
    expect(report.problems.every(({ file }) => file === 'ratings.csv')).toBe(true);
  });

  test('counts everything', () => {
    expect(imported.report).toMatchObject({
      rows: 26,
      kept: 13,
      counts: {
        'bad-rating': 5,
        'stray-quote': 3,
        'no-user': 1,
        'no-item': 1,
        'too-few-columns': 1,
        'bad-time': 2,
        duplicate: 2,
      },
    });
  });
});

describe('formats', () => {
  const expected = ['1 10 4 964982703000', '1 20 3.5 964982800000', '2 10 2 964982900000'];
  const rows = [
    ['1', '10', '4', '964982703'],
    ['1', '20', '3.5', '964982800'],
    ['2', '10', '2', '964982900'],
  ];
  const join = (delimiter: string, lineEnd = '\n'): string =>
    rows.map((row) => row.join(delimiter)).join(lineEnd);

  test.each([
    ['u.data', fileOf('u.data', join('\t'))],
    ['ratings.dat', fileOf('ratings.dat', join('::'))],
    ['CRLF', fileOf('ratings.csv', join(',', '\r\n'))],
    ['CR', fileOf('ratings.csv', join(',', '\r'))],
    ['semicolons and decimal commas', fileOf('ratings.csv', join(';').replace('3.5', '3,5'))],
    ['bars', fileOf('ratings.txt', join('|'))],
    [
      'a byte order mark',
      fileOf('ratings.csv', `\ufeffuserId,movieId,rating,timestamp\n${join(',')}`),
    ],
    ['UTF-16', fileOf('ratings.csv', utf16(join('\t')))],
    ['everything in quotes', fileOf('ratings.csv', `"${join('","', '"\n"')}"`)],
    ['ms', fileOf('ratings.csv', join(',').replace(/(\d{9})/g, '$1000'))],
  ])('%s', async (_, file) => {
    const imported = await importGuessed(file);
    expect(linesOf(imported)).toEqual(expected);
    expect(imported.report).toEqual({
      rows: 3,
      kept: 3,
      counts: {},
      problems: [],
      duplicates: 'newest',
    });
  });

  test('without ratings and times, each interaction counts 1 and file order stays', async () => {
    const imported = await importGuessed(fileOf('likes.csv', 'ann,emma\nann,dune\nbob,dune\n'));
    expect(linesOf(imported)).toEqual(['ann emma 1 NaN', 'ann dune 1 NaN', 'bob dune 1 NaN']);
  });

  test('latin-1 ids keep their accents', async () => {
    const imported = await importGuessed(fileOf('f', latin1('user,item\nzoë,café\n')));
    expect(linesOf(imported)).toEqual(['zoë café 1 NaN']);
  });

  test('ids are any strings, those of objects included', async () => {
    const text = 'user,item\n__proto__,constructor\ntoString,__proto__\n007,7\n';
    const { dataset } = await importGuessed(fileOf('odd.csv', text));
    expect(dataset.users.ids).toEqual(['__proto__', 'toString', '007']);
    expect(dataset.items.ids).toEqual(['constructor', '__proto__', '7']);
  });

  test('more than the stream brings in one piece', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `üser-${n % 700},itém-${n}`);
    const { dataset, report } = await importGuessed(fileOf('long.csv', lines.join('\r\n')));
    expect(report).toMatchObject({ rows: 30_000, kept: 30_000, counts: {} });
    expect(dataset.users.size).toBe(700);
    expect(dataset.items.ids.every((id, n) => id === `itém-${n}`)).toBe(true);
  });
});

describe('what is known of items', () => {
  const ratings = fileOf('ratings.csv', 'userId,movieId,rating\n1,10,4\n1,20,3\n2,30,5\n2,10,1\n');

  test('comes from a second file, whichever is first', async () => {
    const text =
      'movieId,title,genres\n' +
      '30,"Matrix, The (1999)",Action|Sci-Fi\n' +
      '10,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",Drama\n' +
      '99,Unseen (2000),Drama\n';
    const { dataset, report } = await importGuessed(fileOf('movies.csv', text), ratings);
    const { titles, years, genres } = dataset.catalog;
    expect(titles).toEqual([
      'The City of Lost Children (Cité des enfants perdus, La)',
      '',
      'The Matrix',
    ]);
    expect(Array.from(years)).toEqual([1995, NaN, 1999]);
    expect(genres).toEqual([['Drama'], [], ['Action', 'Sci-Fi']]);
    expect(report.rows).toBe(4);
  });

  test('comes from the flags of u.item', async () => {
    const flags = (...set: number[]): string =>
      Array.from({ length: 19 }, (_, flag) => (set.includes(flag) ? 1 : 0)).join('|');
    const text =
      `10|Misérables, Les (1995)|01-Jan-1995||http://x|${flags(8, 17)}\n` +
      `20|unknown|||http://y|${flags(0)}\n` +
      `30|"Quoted" Title (1996)|01-Jan-1996||http://z|${flags(1)}\n`;
    const { dataset } = await importGuessed(ratings, fileOf('u.item', latin1(text)));
    expect(dataset.catalog.titles).toEqual(['Les Misérables', 'unknown', '"Quoted" Title']);
    expect(dataset.catalog.genres).toEqual([['Drama', 'War'], [], ['Action']]);
  });

  test('comes from further columns of the ratings', async () => {
    const text =
      'user,isbn,rating,book_title,year,genre\n' +
      'ann,1,5,"Dune",1965,"Sci-Fi, Classic"\nbob,1,4,"Dune",1965,Sci-Fi\nbob,2,4,"Emma",1815,\n';
    const { dataset } = await importGuessed(fileOf('books.csv', text));
    expect(dataset.catalog.titles).toEqual(['Dune', 'Emma']);
    expect(Array.from(dataset.catalog.years)).toEqual([1965, 1815]);
    expect(dataset.catalog.genres).toEqual([['Sci-Fi', 'Classic'], []]);
  });
});

describe('several files', () => {
  test('of interactions become one dataset, and problems name their file and line', async () => {
    const first = fileOf('a.csv', 'user,item,rating\n1,10,4\n1,20,x\n');
    const second = fileOf('b.csv', 'user,item,rating\n2,10,4\n1,10,2\n2,20,y\n2,10,5\n');
    const { report, ...imported } = await importGuessed(first, second);
    expect(linesOf({ report, ...imported })).toEqual(['1 10 2 NaN', '2 10 5 NaN']);
    expect(report.problems.map(({ file, line, why }) => `${file}:${line} ${why}`)).toEqual([
      'a.csv:3 bad-rating',
      'b.csv:4 bad-rating',
      'a.csv:2 duplicate',
      'b.csv:2 duplicate',
    ]);
  });

  test('of no use are passed over', async () => {
    const { report } = await importGuessed(
      fileOf('README', 'These are ratings.\nThank you.\n'),
      fileOf('links.csv', 'movieId,imdbId\n1,2\n3,4\n'),
      fileOf('ratings.csv', 'userId,movieId\n1,1\n'),
    );
    expect(report).toMatchObject({ rows: 1, kept: 1 });
  });
});

test.each([
  ['newest', 4, 964982720000],
  ['first', 1, 964982710000],
  ['mean', 2.5, 964982720000],
] as const)('of duplicates stands what the plan says: %s', async (duplicates, value, time) => {
  const file = fileOf(
    'r.csv',
    'user,item,rating,time\nann,dune,4,964982720\nann,dune,1,964982710\n',
  );
  const { plan } = await previewFile(file);
  const { dataset, report } = await importFiles([file], [{ ...plan, duplicates }], {
    signal: new AbortController().signal,
    onProgress() {},
  });
  expect([...dataset.values]).toEqual([value]);
  expect([...dataset.timestamps]).toEqual([time]);
  expect(report).toMatchObject({ rows: 2, kept: 1, counts: { duplicate: 1 }, duplicates });
});

describe('a refusal', () => {
  const plan: FilePlan = {
    ...{ name: 'a.csv', kind: 'interactions', encoding: 'utf-8', delimiter: ',', header: true },
    roles: { user: 0, item: 1, value: 2 },
  };
  const importWith = (file: File, as: FilePlan): Promise<unknown> =>
    importFiles([file], [as], { signal: new AbortController().signal, onProgress() {} });

  test.each([
    ['a photo', fileOf('photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0)), /photo\.png/],
    ['nothing', fileOf('empty.csv', ''), /empty\.csv is empty/],
    ['an essay', fileOf('essay.txt', 'Once upon a time.\nThe end.\n'), /essay\.txt/],
    [
      'titles alone',
      fileOf('m.csv', 'movieId,title\n1,Dune\n2,Emma\n'),
      /no interactions in m\.csv/,
    ],
  ])('of %s names it and what was looked for', async (_, file, message) => {
    const refusal = importGuessed(file);
    await expect(refusal).rejects.toSatisfy((error) => isFailure(error, 'InputError'));
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toThrow(/Looked for a table of interactions/);
  });

  test('of a file in which no row can be read names the first', async () => {
    const file = fileOf('a.csv', 'user,item,rating\n1,10,good\n2,10,bad\n');
    const refusal = importWith(file, plan);
    await expect(refusal).rejects.toThrow(/None of the 2 rows.*line 2 of a\.csv.*“good”/);
  });

  test('of a plan without users asks for them', async () => {
    const refusal = importWith(fileOf('a.csv', 'a,b\n1,2\n'), { ...plan, roles: { item: 1 } });
    await expect(refusal).rejects.toThrow(/a\.csv needs a column of users/);
  });

  test('of a file that vanished asks to choose it again', async () => {
    const file = fileOf('a.csv', 'user,item\n1,2\n');
    const gone = Object.assign(file, {
      stream: () => new ReadableStream({ pull: (it) => it.error(new Error('gone')) }),
    });
    await expect(importWith(gone, plan)).rejects.toThrow(/a\.csv could not be read/);
  });
});

describe('on the way', () => {
  const lines = Array.from({ length: 200_000 }, (_, n) => `${n % 1000},${n % 777},4`);
  const file = fileOf('long.csv', `user,item,rating\n${lines.join('\n')}`);

  test('progress is told, up to the last byte', async () => {
    const { plan } = await previewFile(file);
    const told: ImportProgress[] = [];
    const signal = new AbortController().signal;
    await importFiles([file], [plan], { signal, onProgress: (progress) => told.push(progress) });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual({
      phase: 'sorting',
      eta: null,
      file: 'long.csv',
      bytes: file.size,
      totalBytes: file.size,
      rows: 200_000,
    });
    expect(told.every(({ bytes }, n) => n === 0 || bytes >= told[n - 1].bytes)).toBe(true);
  });

  test('a cancel that arrives as an event stops it', async () => {
    const { plan } = await previewFile(file);
    const controller = new AbortController();
    let bytesRead = 0;
    const importing = importFiles([file], [plan], {
      signal: controller.signal,
      onProgress: ({ bytes }) => (bytesRead = bytes),
    });
    setTimeout(() => controller.abort());
    await expect(importing).rejects.toSatisfy((error) => isFailure(error, 'AbortError'));
    expect(bytesRead).toBeLessThan(file.size);
  });
});
