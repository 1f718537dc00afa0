import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseArguments } from '../../src/headless/arguments';
import { loadData } from '../../src/headless/files';

let file: string;

beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'palate-')), 'visits.csv');
  await writeFile(file, 'user,item,date\nann,dune,2020-01-02\nbob,dune,2020-07-02 08:00\n');
});

const timesOf = async (...options: readonly string[]): Promise<string[]> => {
  const { dataset } = await loadData(parseArguments(['--data', file, ...options]));
  return Array.from(dataset.timestamps, (time) => new Date(time).toISOString().slice(0, 16));
};

test('times without a zone are on UTC, unless --time-zone says where', async () => {
  expect(await timesOf()).toEqual(['2020-01-02T00:00', '2020-07-02T08:00']);
  const inBerlin = await timesOf('--time-zone', 'Europe/Berlin');
  expect(inBerlin).toEqual(['2020-01-01T23:00', '2020-07-02T06:00']);
});

test('a zone that nobody knows is named', async () => {
  await expect(timesOf('--time-zone', 'Mars/Olympus')).rejects.toThrow(/“Mars\/Olympus”/);
});

test('a file that is not there is named', async () => {
  const nowhere = join(file, '..', 'nowhere.csv');
  await expect(loadData(parseArguments(['--data', nowhere]))).rejects.toMatchObject({
    name: 'InputError',
    message: `There is no file “${nowhere}” to read.`,
  });
});
