import { describe, expect, test } from 'vitest';
import { measureBeyond } from '../../../src/engine/evaluation/beyond';

const rankings = (...lists: number[][]): Int32Array[] => lists.map((list) => Int32Array.from(list));

describe('coverage', () => {
  test.each<[number, number[][]]>([
    [
      3 / 4,
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [1, [[0, 1, 2, 3]]],
    [1 / 4, [[2], [2], [2]]],
    [0, [[], []]],
  ])('is %f where the rankings are %j', (coverage, lists) => {
    const counts = new Float32Array(4).fill(1);
    expect(measureBeyond(rankings(...lists), counts, 4).coverage).toBe(coverage);
  });
});

describe('the Gini index', () => {
  test.each<[number, number[][]]>([
    [
      0,
      [
        [0, 1],
        [2, 3],
      ],
    ], // once each
    [3 / 4, [[2], [2], [2]]], // all to one of four: (n - 1) / n
    [
      1 / 2,
      [
        [0, 1],
        [0, 1],
      ],
    ], // evenly to two of four
    // 0 1 2 3 times: (-3·0 - 1·1 + 1·2 + 3·3) / (4 · 6)
    [10 / 24, [[1, 2, 3], [2, 3], [3]]],
    [0, [[]]],
  ])('is %f where the rankings are %j', (gini, lists) => {
    const counts = new Float32Array(4).fill(1);
    expect(measureBeyond(rankings(...lists), counts, 4).gini).toBeCloseTo(gini, 12);
  });
});

describe('novelty', () => {
  const counts = Float32Array.of(8, 4, 2, 1, 0); // of 8 users: 0, 1, 2 and 3 bits

  test.each<[number, number[][]]>([
    [0, [[0], [0]]],
    [1.5, [[0, 3]]],
    [2, [[1, 2, 3], [2]]], // over places, not over users
    [3, [[4]]], // nobody chose it: as surprising as one person’s choice
    [0, [[]]],
  ])('is %f bits where the rankings are %j', (novelty, lists) => {
    expect(measureBeyond(rankings(...lists), counts, 8).novelty).toBeCloseTo(novelty, 12);
  });
});
