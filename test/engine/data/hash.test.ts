import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashDataset } from '../../../src/engine/data/hash';
import { createRandom } from '../../../src/kernels/random';
import { fileOf, importGuessed } from '../../fixtures/dropped-files';

const hashOf = async (rows: readonly string[]): Promise<string> => {
  const text = ['user,item,rating,timestamp', ...rows].join('\n');
  return hashDataset((await importGuessed(fileOf('ratings.csv', text))).dataset);
};

test('is the SHA-256 of the sorted lines', async () => {
  const rows = [
    'b,y,4.0,964982703',
    'a b,x,0.1,964982704',
    'a,x,3.5,',
    'a,é,5,964982703',
    'a,"x,1",2,0',
  ];
  const lines = [
    'a\tx\t3.5\t\n',
    'a\tx,1\t2\t0\n',
    'a\té\t5\t964982703000\n',
    'a b\tx\t0.1\t964982704000\n',
    'b\ty\t4\t964982703000\n',
  ];
  const expected = createHash('sha256').update(lines.join('')).digest('hex');
  expect(await hashOf(rows)).toBe(expected);
});

test('is that of sorting all lines, whatever the ids', async () => {
  const random = createRandom(3);
  const letter = (): string => ['a', 'b', ' ', '!', '9', 'z'][random.below(6)];
  const id = (): string => `x${letter()}${letter()}y`.slice(0, 2 + random.below(3)).trim();
  const pairs = new Set(Array.from({ length: 200 }, () => `${id()}\t${id()}`));
  const lines = Array.from(pairs, (pair) => `${pair}\t4\t1000\n`);
  const expected = createHash('sha256').update(lines.sort().join('')).digest('hex');
  expect(await hashOf(Array.from(pairs, (pair) => `${pair.replace('\t', ',')},4,1`))).toBe(
    expected,
  );
});

test('depends on every cell, and not on the order of rows', async () => {
  const rows = ['a,x,4,1', 'a,y,3,2', 'b,x,5,3'];
  const hash = await hashOf(rows);
  expect(await hashOf(rows.toReversed())).toBe(hash);
  const changes = ['c,x,5,3', 'b,z,5,3', 'b,x,4.5,3', 'b,x,5,4'];
  const others = await Promise.all(changes.map((row) => hashOf([...rows.slice(0, 2), row])));
  expect(new Set([hash, ...others]).size).toBe(5);
});
