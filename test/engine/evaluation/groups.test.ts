import { describe, expect, test } from 'vitest';
import { cutByValue, groupByCell } from '../../../src/engine/evaluation/groups';

const thirds = ['short', 'medium', 'long'];

describe('cutting by value', () => {
  test('gives about equally many to each', () => {
    expect(cutByValue([9, 1, 4, 6, 2, 8], thirds)).toEqual([
      { name: 'short', range: [1, 2], members: [1, 4] },
      { name: 'medium', range: [4, 6], members: [2, 3] },
      { name: 'long', range: [8, 9], members: [0, 5] },
    ]);
  });

  test('keeps equal values together', () => {
    expect(cutByValue([1, 1, 1, 1, 2, 3], thirds)).toEqual([
      { name: 'short', range: [1, 1], members: [0, 1, 2, 3] },
      { name: 'long', range: [2, 3], members: [4, 5] },
    ]);
    expect(cutByValue([], thirds)).toEqual([]);
  });
});

describe('grouping by what a column says', () => {
  test('has one group for each thing, and leaves out the unknown', () => {
    expect(groupByCell(['m', 'f', null, 'm'])).toEqual([
      { name: 'f', range: null, members: [1] },
      { name: 'm', range: null, members: [0, 3] },
    ]);
    expect(groupByCell(['25', '1', '18']).map(({ name }) => name)).toEqual(['1', '18', '25']);
  });

  test('cuts many numbers into quarters', () => {
    const ages = Array.from({ length: 40 }, (_zero, i) => (i === 7 ? null : String(i)));
    const groups = groupByCell(ages);
    expect(groups.map(({ name }) => name)).toEqual(['0–10', '11–20', '21–30', '31–39']);
    expect(groups.flatMap(({ members }) => members).length).toBe(39);
    expect(groups[1].members[0]).toBe(11);
  });

  test('has none for many words', () => {
    expect(groupByCell(Array.from({ length: 40 }, (_zero, i) => `street ${i}`))).toEqual([]);
  });
});
