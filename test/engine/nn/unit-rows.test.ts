import { describe, expect, test } from 'vitest';
import { unitRows } from '../../../src/engine/nn/unit-rows';
import { toLists } from '../../../src/kernels/lists';
import { createRandom } from '../../../src/kernels/random';

const lists = toLists([[4, 7, 9, 11], [], [3]]);

test('rows have length 1, but for empty ones', () => {
  const rows = unitRows(lists, null);
  expect(rows.lists).toEqual(lists);
  expect([...rows.values]).toEqual([0.5, 0.5, 0.5, 0.5, 1]);
});

describe('dropout', () => {
  const long = toLists([Array.from({ length: 10_000 }, (_zero, i) => i), []]);
  const dropped = (seed: number) => unitRows(long, { rate: 0.25, random: createRandom(seed) });

  test('leaves a share out and scales up the rest', () => {
    const { lists, values } = dropped(1);
    expect(lists.indices.length / 10_000).toBeCloseTo(0.75, 1);
    expect([...lists.offsets]).toEqual([0, values.length, values.length]);
    expect(new Set(values)).toEqual(new Set([Math.fround(0.01 / 0.75)]));
    expect(lists.indices.every((index, place) => index > (lists.indices[place - 1] ?? -1))).toBe(
      true,
    );
  });

  test('is the same for the same seed', () => {
    expect(dropped(2)).toEqual(dropped(2));
    expect(dropped(3)).not.toEqual(dropped(2));
  });
});
