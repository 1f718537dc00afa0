import { describe, expect, test } from 'vitest';
import { previewFile } from '../../../src/engine/data/guess';
import type { FilePlan } from '../../../src/engine/data/plan';
import { fileOf, latin1, utf16 } from '../../fixtures/dropped-files';

const planOf = async (content: string | Uint8Array<ArrayBuffer>): Promise<FilePlan> =>
  (await previewFile(fileOf('a file', content))).plan;

const rated = { user: 0, item: 1, value: 2, time: 3 };

describe('interactions', () => {
  test.each([
    ['ratings.csv', 'userId,movieId,rating,timestamp\n1,1,4.0,964982703\n', ',', true, rated],
    ['u.data', '196\t242\t3\t881250949\n186\t302\t3\t891717742\n', '\t', false, rated],
    ['ratings.dat', '1::1193::5::978300760\n1::661::3::978302109\n', '::', false, rated],
    [
      'semicolons, commas in numbers',
      'user;item;rating\n1;2;3,5\n2;2;4,5\n',
      ';',
      true,
      { user: 0, item: 1, value: 2 },
    ],
    ['bars', 'user|item\na|b\n', '|', true, { user: 0, item: 1 }],
    [
      'two columns without header',
      'ann,dune\nann,emma\nbob,dune\n',
      ',',
      false,
      { user: 0, item: 1 },
    ],
    [
      'ids and ratings alone',
      'ann\tdune\t5\nann\temma\t3\n',
      '\t',
      false,
      { user: 0, item: 1, value: 2 },
    ],
    [
      'a date before',
      '2024-01-01 10:00:00,ann,dune\n2024-01-02 10:00:00,ann,emma\n',
      ',',
      false,
      { time: 0, user: 1, item: 2 },
    ],
    [
      'ids that could be times',
      '881250949,dune,5\n881250949,emma,4\n',
      ',',
      false,
      { user: 0, item: 1, value: 2 },
    ],
    [
      'quoted header',
      '"User-ID";"ISBN";"Book-Rating"\n"276725";"034545104X";"0"\n',
      ';',
      true,
      { user: 0, item: 1, value: 2 },
    ],
    ['unhelpful names', 'a,b,c,d\n1,1,4.0,964982703\n1,2,4.5,964982704\n', ',', true, rated],
    [
      'one helpful name',
      'who,movie,x\nann,dune,5\nann,emma,4\n',
      ',',
      true,
      { user: 0, item: 1, value: 2 },
    ],
    ['numbers between spaces', '1 1193\n1 661\n2 1193\n', ' ', false, { user: 0, item: 1 }],
    [
      'dangerous names',
      'user,__proto__,constructor,item\n1,2,3,4\n',
      ',',
      true,
      { user: 0, item: 3 },
    ],
  ])('%s', async (_, text, delimiter, header, roles) => {
    expect(await planOf(text)).toMatchObject({ kind: 'interactions', delimiter, header });
    expect((await planOf(text)).roles).toEqual(roles);
  });

  test.each([
    ['customer_id,product_id,stars,review_date', rated],
    ['rating,time,user_rating_id,reviewerID,asin', { value: 0, time: 1, user: 3, item: 4 }],
    ['用户ID,电影ID,评分,时间', rated],
    ['ユーザー,映画,評価,日付', rated],
    ['Benutzer,Artikel,Bewertung,Datum', rated],
    ['Kunde;Produkt;Sterne;Datum', rated],
    ['utilisateur,film,note,date', rated],
    ['usuario,película,puntuación,fecha', rated],
    ['timestamp,visitorid,event,itemid', { time: 0, user: 1, item: 3 }],
    ['Id,ProductId,UserId,ProfileName,Score,Time', { item: 1, user: 2, value: 4, time: 5 }],
    [
      'user_id,user_name,book_title,genre,release_year,rating',
      { user: 0, title: 2, item: 2, genres: 3, year: 4, value: 5 },
    ],
    ['user_id:token\titem_id:token\trating:float\ttimestamp:float', rated],
  ])('columns of %s', async (header, roles) => {
    const delimiter = /[\t;,]/.exec(header)?.[0] ?? ',';
    const row = header.split(delimiter).map((_, column) => `x${column}`);
    expect((await planOf(`${header}\n${row.join(delimiter)}\n`)).roles).toEqual(roles);
  });
});

describe('a time whose column is named unlike any', () => {
  const timeIn = async (header: string, ...cells: readonly string[]) => {
    const rows = ['c2,p7,2', 'c2,p9,4', 'c3,p7,1'].map((row, n) => `${row},${cells[n]}`);
    const { roles } = await planOf([`customer,product,stars,${header}`, ...rows].join('\n'));
    return roles.time;
  };
  const days = ['2024-01-14', '2024-01-13', '2024-02-01'];

  test.each([
    ['when', days],
    ['when', ['1705190400', '1705104000', '1706745600']],
    ['bought', days],
    ['bought', ['2024-01-14T10:00Z', '2024-01-13T11:30Z', '2024-02-01T00:00Z']],
    ['quand,shop', days.map((day) => `${day},Ulm`)],
  ])('is known by its dates: %s, %j', async (header, cells) =>
    expect(await timeIn(header, ...cells)).toBe(3),
  );

  test.each([
    ['years', 'vintage', ['1999', '2004', '2024']],
    ['numbers', 'visit', ['1705190400', '1705104000', '1706745600']],
    ['days without dashes', 'visit', ['20240114', '20240113', '20240201']],
    ['months', 'visit', ['2024-01', '2024-01', '2024-02']],
    ['what items are of', 'release_date', days],
    ['what people are of', 'birthday', days],
    ['one of two', 'bought,delivered', days.map((day) => `${day},${day}`)],
  ])('is not taken from %s', async (_what, header, cells) =>
    expect(await timeIn(header, ...cells)).toBe(undefined),
  );
});

describe('items', () => {
  const flags = '0|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0';

  test.each([
    [
      'movies.csv',
      'movieId,title,genres\n1,Toy Story (1995),Adventure|Animation\n2,"Matrix, The (1999)",Action\n',
      { item: 0, title: 1, genres: 2 },
    ],
    [
      'movies.dat',
      "1::Toy Story (1995)::Animation|Children's\n2::Jumanji (1995)::Adventure\n",
      { item: 0, title: 1, genres: 2 },
    ],
    ['an id column', 'id,name,year\n7,Dune,1965\n', { item: 0, title: 1, year: 2 }],
  ])('%s', async (_, text, roles) => {
    expect(await planOf(text)).toMatchObject({ kind: 'items', roles });
  });

  test('u.item has genres as flags', async () => {
    const rows = [
      '1|Toy Story (1995)|01-Jan-1995||http://x|',
      '2|Café (1996)|01-Jan-1996||http://y|',
    ];
    const plan = await planOf(latin1(rows.map((row) => row + flags).join('\n')));
    expect(plan).toMatchObject({ kind: 'items', encoding: 'windows-1252', delimiter: '|' });
    expect(plan.roles).toEqual({ item: 0, title: 1, genres: 5 });
    expect(plan.genreFlags?.slice(0, 3)).toEqual(['unknown', 'Action', 'Adventure']);
    expect(plan.genreFlags?.length).toBe(19);
  });

  test('flags under names are genres of these names', async () => {
    const plan = await planOf('book,title,Crime,Poetry,Drama\n1,Dune,0,1,0\n2,Emma,1,0,0\n');
    expect(plan.genreFlags).toEqual(['Crime', 'Poetry', 'Drama']);
  });
});

describe('what is known besides', () => {
  const numbered = (shift: number): string =>
    Array.from({ length: 30 }, (_zero, n) => `${n + 1}\t${n + shift}`).join('\n');

  test.each([
    ['tags.csv', 'userId,movieId,tag,timestamp\n2,7,fun,1445714994\n', 'tags', { item: 1, tag: 2 }],
    ['words.csv', 'movie,tag\n7,fun\n7,dry\n', 'tags', { item: 0, tag: 1 }],
    [
      'kg.txt',
      '2086\tmusic.artist.origin\t3846\n1601\tfilm.actor.film\t3847\n',
      'triples',
      { head: 0, relation: 1, tail: 2 },
    ],
    ['kg_final.txt', '1 0 7\n1 1 8\n2 0 7\n'.replaceAll(' ', '\t'), 'triples', {}],
    [
      'x.kg',
      'head_id:token\trelation_id:token\ttail_id:token\nm.1\tfilm.x\tm.2\n',
      'triples',
      { head: 0, relation: 1, tail: 2 },
    ],
    ['item_index2entity_id.txt', '2\t0\n3\t1\n', 'links', { item: 0, entity: 1 }],
    ['x.link', 'item_id:token\tentity_id:token\n476\tm.08\n', 'links', { item: 0, entity: 1 }],
    ['numbers.txt', numbered(1000), 'links', { item: 0, entity: 1 }],
    ['trustnetwork.txt', '1\t258\n1\t401\n258\t1\n', 'friends', { user: 0, friend: 1 }],
    ['edges.csv', 'userID,friendID\n1,2\n1,3\n', 'friends', { user: 0, friend: 1 }],
  ])('%s', async (name, content, kind, roles) => {
    const { plan, problem } = await previewFile(fileOf(name, content));
    expect(plan.kind).toBe(kind);
    expect(plan.roles).toMatchObject(roles);
    expect(problem).toBe(null);
  });

  test.each([
    [
      'users.dat',
      '1::F::1::10::48067\n2::M::56::16::70072\n3::M::25::15::55117\n',
      ['gender', 'age', 'occupation', 'zip code'],
    ],
    [
      'u.user',
      '1|24|M|technician|85711\n2|53|F|other|94043\n3|23|M|writer|32067\n',
      ['age', 'gender', 'occupation', 'zip code'],
    ],
    ['users.csv', 'userId,gender,age\n1,F,20\n2,M,30\n', ['gender', 'age']],
    ['x.user', 'user_id:token\tage:float\n1\t20\n2\t30\n', ['age']],
    ['members.txt', 'ann,red\nbob,blue\n', ['column 2']],
    ['doubles.csv', 'customer,city,city\n1,Rome,Oslo\n2,Ulm,Bern\n', ['city', 'city (column 3)']],
  ])('%s describes people', async (name, content, features) => {
    const { plan } = await previewFile(fileOf(name, content));
    expect(plan.kind).toBe('people');
    expect(plan.roles).toEqual({ user: 0 });
    expect(plan.features?.map((feature) => feature.name)).toEqual(features);
  });

  test.each([
    [
      'interactions',
      (n: number) => `${n % 7},${n % 9},${n % 5},${n % 2 ? 'tv' : 'web'},${n},a word ${n} and more`,
      'user,item,rating,device,row_id,review',
      ['device'],
    ],
    [
      'items',
      (n: number) => `${n},Film ${n},http://x/${n},${n % 3},${1.5 * n},`,
      'id,title,link,director,price,empty',
      ['director', 'price'],
    ],
  ])('further columns of %s are kept where they say what others share', async (...given) => {
    const [kind, rowOf, header, features] = given;
    const rows = Array.from({ length: 40 }, (_zero, n) => rowOf(n));
    const plan = await planOf([header, ...rows].join('\n'));
    expect(plan.kind).toBe(kind);
    expect(plan.features?.map(({ name }) => name)).toEqual(features);
  });
});

describe('encoding', () => {
  const text = 'user,item\nzoë,café\n';

  test.each([
    ['utf-8', fileOf('f', text)],
    ['utf-8', fileOf('f', `\ufeff${text}`)],
    ['windows-1252', fileOf('f', latin1(text))],
    ['utf-16le', fileOf('f', utf16(text))],
    ['utf-16le', fileOf('f', utf16(text, { mark: false }))],
  ])('%s', async (encoding, file) => {
    const { plan, columns, rows } = await previewFile(file);
    expect(plan).toMatchObject({ encoding, header: true, roles: { user: 0, item: 1 } });
    expect(columns).toEqual(['user', 'item']);
    expect(rows).toEqual([['zoë', 'café']]);
  });
});

describe('files of no use say why', () => {
  test.each([
    [
      'photo.jpg',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46),
      /photo\.jpg is a picture/,
    ],
    ['ratings.csv.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), /unpack it first/],
    ['noise.bin', Uint8Array.of(0, 0, 1, 0, 0, 0, 9, 0, 0), /noise\.bin is not a text file/],
    ['list.json', '[1, 2,\n3, 4]', /list\.json looks like a web page, or JSON without objects/],
    ['page.html', '<!doctype html>\n<p>a, b</p>', /web page/],
    ['empty.csv', '', /empty\.csv is empty/],
    ['ids.txt', '1\n2\n3\n', /ids\.txt has a single column/],
    [
      'essay.txt',
      'It was late.\nShe came, he saw, it rained.\nWell, no.\nThe end, or so, perhaps, it is.\n',
      /essay\.txt/,
    ],
    [
      'links.csv',
      'movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n',
      /movieId, imdbId, tmdbId/,
    ],
    [
      'visits.csv',
      'userId,a,b\n1,x,y z\n1,v,w w\n2,x,z z\n',
      /visits\.csv has the columns userId, a, b: not both users and items/,
    ],
  ])('%s', async (name, content, expected) => {
    const { plan, problem } = await previewFile(fileOf(name, content));
    expect(plan.kind).toBe('unknown');
    expect(problem).toMatch(expected);
    expect(problem).toMatch(/Looked for a table of interactions/);
    const isTable = /links|visits/.test(name);
    expect(problem).toMatch(isTable ? /say what this one holds/ : /Choose such a file\.$/);
  });
});

test('a preview shows ten rows, without the header', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => `${n % 5},${n}`);
  const file = fileOf('many.csv', ['user,item', ...rows].join('\n'));
  const preview = await previewFile(file);
  expect(preview.rows.length).toBe(10);
  expect(preview.rows[0]).toEqual(['0', '0']);
  expect(preview.size).toBe(file.size);
  expect(preview.problem).toBe(null);
});

test('a corrected plan is kept, and judged', async () => {
  const file = fileOf('odd.csv', 'a;b;c\n1;2;3\n');
  const { plan } = await previewFile(file);
  const swapped: FilePlan = {
    ...plan,
    kind: 'interactions',
    header: false,
    roles: { user: 2, item: 0 },
  };
  const preview = await previewFile(file, swapped);
  expect(preview).toMatchObject({ plan: swapped, problem: null });
  expect(preview.rows).toEqual([
    ['a', 'b', 'c'],
    ['1', '2', '3'],
  ]);
  const lacking = await previewFile(file, { ...swapped, roles: { user: 2 } });
  expect(lacking.problem).toMatch(/odd\.csv needs a column of items/);
});

test.each([
  ['people', { user: 0 }, /needs a column to keep by name/],
  ['tags', { item: 0 }, /needs a column of tags/],
  ['triples', { head: 0, tail: 2 }, /needs a column of relations/],
  ['links', { item: 0 }, /needs a column of entities/],
  ['friends', { user: 0, friend: 0 }, /needs different columns, one of users and one of friends/],
  ['items', { item: 0 }, /titles, years or genres/],
] as const)('a plan of %s that lacks something says what', async (kind, roles, message) => {
  const file = fileOf('odd.csv', 'a;b;c\n1;2;3\n');
  const { plan } = await previewFile(file);
  expect((await previewFile(file, { ...plan, kind, roles })).problem).toMatch(message);
});

describe('what a preview says of its own columns', () => {
  const at = (text: string): number => Date.parse(text);
  const file = fileOf(
    'local.csv',
    'user,item,rating,date\n1,1,5,2020-01-02 03:04\n1,2,2,2020-07-02 03:04\n2,1,4,never\n',
  );

  test('times that name no zone are on UTC, and follow the zone of the plan', async () => {
    const { plan, times } = await previewFile(file);
    const onUtc = [at('2020-01-02T03:04Z'), at('2020-07-02T03:04Z'), null];
    expect(times).toEqual({ isLocal: true, read: onUtc });
    const moved = await previewFile(file, { ...plan, timeZone: 'America/New_York' });
    const inNewYork = [at('2020-01-02T08:04Z'), at('2020-07-02T07:04Z'), null];
    expect(moved.times).toEqual({ isLocal: true, read: inNewYork });
  });

  test('numbers, and times that name a zone, leave no choice of a zone', async () => {
    const numbers = await previewFile(fileOf('a.csv', 'user,item,rating,time\n1,1,5,964982703\n'));
    expect(numbers.times).toEqual({ isLocal: false, read: [964982703000] });
    const zoned = fileOf('b.csv', 'user,item,rating,time\n1,1,5,2020-01-02T03:04+01:00\n');
    const expected = { isLocal: false, read: [at('2020-01-02T02:04Z')] };
    expect((await previewFile(zoned)).times).toEqual(expected);
  });

  test('ratings are described, also once nobody reads them', async () => {
    const { plan, ratings } = await previewFile(file);
    expect(ratings).toEqual({ column: 2, low: 2, high: 5, mean: 11 / 3, rows: 3 });
    const roles = { user: 0, item: 1, time: 3 };
    expect((await previewFile(file, { ...plan, roles })).ratings).toEqual(ratings);
    const elsewhere = { ...plan, roles: { ...roles, title: 2 } };
    expect((await previewFile(file, elsewhere)).ratings).toBeNull();
  });

  test('rows that repeat a user and an item are counted, whatever else they say', async () => {
    const text = 'user,item,rating\n1,1,5\n1,2,3\n1,1,2\n2,1,4\n1, 1,1\n';
    expect((await previewFile(fileOf('again.csv', text))).repeats).toEqual({ count: 2, rows: 5 });
    const titles = fileOf('movies.csv', 'movieId,title\n1,"Dune (1984)"\n2,"Emma (1999)"\n');
    expect((await previewFile(titles)).repeats).toBeNull();
  });

  test('without times and ratings there is nothing to say of them', async () => {
    const preview = await previewFile(fileOf('pairs.csv', 'user,item\nann,dune\nann,emma\n'));
    expect(preview).toMatchObject({ times: null, ratings: null });
  });
});
