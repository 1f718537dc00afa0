import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashDataset } from '../../../src/engine/data/hash';
import { hashSide } from '../../../src/engine/data/hash-side';
import { fileOf, importGuessed } from '../../fixtures/dropped-files';

const ratings = fileOf('ratings.csv', 'user,item,rating\nann,10,4\nann,20,3\nbob,30,5\n');
const users = 'user,age,gender\nann,20,F\nbob,31,\n';
const tags = 'user,item,tag\nann,10,Dry\nbob,10,dry\nbob,30,fun\n';
const films = 'item,title,genres\n10,Emma (1996),Drama|Romance\n30,Kim,\n';

const datasetWith = async (...files: File[]) => (await importGuessed(ratings, ...files)).dataset;
const hashWith = async (...files: File[]) => hashSide(await datasetWith(...files));
const sha256 = (...lines: string[]): string =>
  createHash('sha256').update(lines.join('')).digest('hex');

test('is null where nothing is known beside the interactions', async () => {
  expect(await hashWith()).toBeNull();
});

test.each([
  [
    'people',
    fileOf('users.csv', users),
    ['person\tage\tann\t20\n', 'person\tage\tbob\t31\n', 'person\tgender\tann\tF\n'],
  ],
  ['tags', fileOf('tags.csv', tags), ['tag\t10\tdry\t2\n', 'tag\t30\tfun\t1\n']],
])('is the SHA-256 of the sorted lines of %s', async (_what, file, lines) => {
  expect(await hashWith(file)).toBe(sha256(...lines));
});

describe('depends on', () => {
  test('every fact, and not on the order in which they were read', async () => {
    const [head, ...rows] = users.trim().split('\n');
    const turned = [head, ...rows.toReversed()].join('\n');
    expect(await hashWith(fileOf('users.csv', turned))).toBe(
      await hashWith(fileOf('users.csv', users)),
    );
    const changed = [users.replace('31', '32'), users.replace('31,', '31,M'), users];
    const hashes = await Promise.all(changed.map((text) => hashWith(fileOf('users.csv', text))));
    expect(new Set(hashes).size).toBe(3);
  });

  test('every file, and the hash of the interactions on none', async () => {
    const files = [
      fileOf('users.csv', users),
      fileOf('tags.csv', tags),
      fileOf('films.csv', films),
    ];
    const datasets = await Promise.all(
      files.map((_file, i) => datasetWith(...files.slice(0, i + 1))),
    );
    expect(new Set(await Promise.all(datasets.map(hashSide))).size).toBe(3);
    const own = await hashDataset(await datasetWith());
    expect(await Promise.all(datasets.map((dataset) => hashDataset(dataset)))).toEqual([
      own,
      own,
      own,
    ]);
  });
});
