import { expect, test } from 'vitest';
import { coverNewest, maskSome } from '../../../../src/engine/models/sequence/masking';
import { createRandom } from '../../../../src/kernels/random';
import { stranger } from '../../../fixtures/learning';

const mask = 99;
const lists = [
  [1, 2, 3, 4, 5],
  [6, 7],
];
/** The lists, forty times over, as what was chosen and what came next. */
const many = Array.from({ length: 40 }, () => lists).flat();
const batch = {
  size: 200,
  users: Int32Array.from(many.keys()),
  lengths: Int32Array.from(many, (list) => list.length - 1),
  items: Int32Array.from(many.flatMap((list) => list.slice(0, -1))),
  times: Float64Array.from(many.flatMap((list) => list.slice(0, -1))),
  targets: Int32Array.from(many.flatMap((list) => list.slice(1))),
};

test('hides about the share that is asked for, and knows what it hid', () => {
  const { shown, places, hidden } = maskSome(batch, mask, 0.3, createRandom(4));
  expect(Array.from(shown.lengths)).toEqual(many.map((list) => list.length));
  const whole = many.flat();
  const masked = Array.from(shown.items.keys()).filter((place) => shown.items[place] === mask);
  expect(Array.from(places.subarray(0, hidden.size))).toEqual(masked);
  expect(Array.from(hidden.targets)).toEqual(masked.map((place) => whole[place]));
  for (const [place, item] of shown.items.entries()) {
    if (item !== mask) expect(item).toBe(whole[place]);
  }
  expect(masked.length / whole.length).toBeGreaterThan(0.25);
  expect(masked.length / whole.length).toBeLessThan(0.5);
});

test('hides something of every list, and of some the newest alone', () => {
  const { shown, hidden } = maskSome(batch, mask, 0.5, createRandom(4));
  let start = 0;
  let newestAlone = 0;
  for (const [list, length] of shown.lengths.entries()) {
    const own = shown.items.subarray(start, start + length);
    start += length;
    expect(own.filter((item) => item === mask).length).toBe(hidden.lengths[list]);
    expect(hidden.lengths[list]).toBeGreaterThan(0);
    newestAlone += Number(length === 5 && own.indexOf(mask) === 4);
  }
  expect(newestAlone).toBeGreaterThan(2);
  expect(newestAlone).toBeLessThan(20);
});

test('puts a mask behind the newest', () => {
  const { lengths, items } = coverNewest([stranger(1, 2, 3, 4), stranger()], 3, mask);
  expect(Array.from(lengths)).toEqual([3, 1]);
  expect(Array.from(items)).toEqual([3, 4, mask, mask]);
});
