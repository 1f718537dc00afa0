import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/data/dataset';
import {
  itemFeatures,
  momentFeatures,
  personFeatures,
  unknownRow,
  type Features,
} from '../../../src/engine/data/features';
import { datasetOf, type Event } from '../../fixtures/events';

const hour = 3_600_000;
/** Six users and six items; the clock stands still at one in the morning of a Thursday. */
const plain = datasetOf(
  Array.from({ length: 6 }, (_zero, n): Event => [n, n, hour * (n < 3 ? 1 : 26)]),
);

/** The values of a row as `field:place`, with their shares where these are not 1. */
function rowOf({ fields, lists, shares }: Features, row: number): string[] {
  const { offsets, indices } = lists;
  return Array.from(indices.subarray(offsets[row], offsets[row + 1]), (value, i) => {
    const { name, first } = fields.findLast((field) => field.first <= value)!;
    const share = shares[offsets[row] + i];
    return `${name}:${value - first}${share < 1 ? `/${Math.round(1 / share)}` : ''}`;
  });
}

const withCatalog = (changes: Partial<Dataset['catalog']>): Dataset => ({
  ...plain,
  catalog: { ...plain.catalog, ...changes },
});

describe('items', () => {
  test('have genres, the rare ones together and the unknown as itself', () => {
    const genres = [['war', 'love'], ['war'], ['war', 'odd'], ['love'], ['love'], []];
    const features = itemFeatures(withCatalog({ genres }));
    expect(Array.from({ length: 6 }, (_zero, row) => rowOf(features, row))).toEqual([
      ['genres:2/2', 'genres:3/2'],
      ['genres:2'],
      ['genres:2/2', 'genres:1/2'],
      ['genres:3'],
      ['genres:3'],
      ['genres:0'],
    ]);
  });

  test('have years in buckets, in their order', () => {
    const years = Float32Array.from({ length: 6 }, (_zero, n) => (n < 3 ? 1950 : 1990));
    const features = itemFeatures(withCatalog({ years: years.fill(NaN, 5) }));
    expect([0, 2, 3, 5].map((row) => rowOf(features, row))).toEqual([
      ['year:2'],
      ['year:2'],
      ['year:1'], // two of a kind are rare
      ['year:0'],
    ]);
  });

  test('have several values where a cell is a list', () => {
    const actors = {
      name: 'actors',
      values: ['a|b', 'b', 'a'],
      cells: Int32Array.of(0, 0, 1, 2, 2, -1),
    };
    const features = itemFeatures(withCatalog({ columns: [actors] }));
    expect([0, 2, 5].map((row) => rowOf(features, row))).toEqual([
      ['actors:2/2', 'actors:3/2'],
      ['actors:3'],
      ['actors:0'],
    ]);
  });
});

describe('people', () => {
  test('have the values of their columns, side by side', () => {
    const people = [
      { name: 'sex', values: ['F', 'M'], cells: Int32Array.of(0, 0, 0, 1, 1, 1) },
      { name: 'job', values: ['x'], cells: Int32Array.of(0, -1, 0, -1, 0, -1) },
    ];
    const features = personFeatures({ ...plain, people });
    expect(features.fields).toEqual([
      { name: 'sex', first: 0 },
      { name: 'job', first: 4 },
    ]);
    expect(features.size).toBe(7);
    expect(rowOf(features, 1)).toEqual(['sex:2', 'job:0']);
    expect(rowOf(features, 4)).toEqual(['sex:3', 'job:2']);
    expect(Array.from(unknownRow(features))).toEqual([0, 4]);
  });

  test('of many ages fall into buckets of about as many', () => {
    const values = Array.from({ length: 96 }, (_zero, n) => String(n));
    const ages = { name: 'age', values, cells: Int32Array.from(values.keys()) };
    const many = datasetOf(values.map((_value, n): Event => [n, 0]));
    const { lists } = personFeatures({ ...many, people: [ages] });
    const counts = new Map<number, number>();
    for (const value of lists.indices) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.values()]).toEqual(new Array<number>(16).fill(6));
    expect(Array.from(lists.indices)).toEqual(Array.from(lists.indices).sort((a, b) => a - b));
  });
});

test('moments have hour, weekday and what else is said of them', () => {
  const context = [{ name: 'device', values: ['tv'], cells: Int32Array.of(0, 0, 0, -1, -1, -1) }];
  const features = momentFeatures({ ...plain, context });
  expect(rowOf(features, 0)).toEqual(['hour:2', 'weekday:2', 'device:2']);
  expect(rowOf(features, 5)).toEqual(['hour:3', 'weekday:3', 'device:0']);
});

test('where nothing is known there are no fields', () => {
  for (const featuresOf of [itemFeatures, personFeatures]) {
    const { size, fields, lists } = featuresOf(plain);
    expect([size, fields.length, lists.indices.length]).toEqual([0, 0, 0]);
    expect(lists.offsets.length).toBe(7);
  }
});
