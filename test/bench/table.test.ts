import { expect, test } from 'vitest';
import { casesOf, cases } from '../../bench/kernels/cases';
import { benchNames, type Entry } from '../../bench/kernels/entry';
import { tableOf } from '../../bench/kernels/table';

const entry: Entry = {
  name: 'attention',
  shape: 'some users',
  backend: 'webgpu',
  where: { host: 'a host', adapter: 'an adapter' },
  ours: { ms: 1.2345, dispatches: 4, submits: 0.5, bytes: 3 * 2 ** 20 },
  sequencesPerSecond: 25_920,
  peers: { tfjs: { ms: 1234.5, dispatches: 102 }, jaxjs: null },
  ratio: { tfjs: 1000, jaxjs: null },
  agreement: { loss: 2e-6, gradient: null },
  ceiling: { bandwidth: 20, rate: 3000.4, share: 0.125 },
};

test('a table for people', () => {
  const [titles, row, , place] = tableOf([entry]).split('\n');
  expect(titles.split(/\s{2,}/).slice(0, 4)).toEqual(['bench', 'shape', 'ours', 'sequences/s']);
  expect(row.split(/\s{2,}/)).toEqual([
    ...['attention', 'some users', '1.23 ms', '25,920', '1,235 ms', '–', '1,000', '–'],
    ...['4', '102', '0.5', '3 MiB', '2e-6', '12.5 %'],
  ]);
  expect(place).toBe('webgpu on an adapter (a host): copies 20 GB/s, computes 3,000 GFLOP/s');
});

test('every bench has cases, and “all” has all of them', () => {
  for (const name of benchNames) {
    expect(casesOf(name).every((one) => one.name === name)).toBe(true);
  }
  expect(casesOf('all')).toBe(cases);
  expect(() => casesOf('speed')).toThrow('There is no bench “speed”');
});
