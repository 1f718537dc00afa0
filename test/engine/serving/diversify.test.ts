import { expect, test } from 'vitest';
import { diversify } from '../../../src/engine/serving/diversify';
import { all, shelf } from '../../fixtures/shelf';

const scores = Float32Array.of(6, 5, 4, 3, 2, 1);
const list = (k: number, diversity: number) => [
  ...diversify(all, scores, k, diversity, shelf.likeness),
];

test('keeps the order of the scores where diversity does not count', () => {
  expect(list(4, 0)).toEqual([0, 1, 2, 3]);
});

test('trades the score against likeness to what is above', () => {
  // After 0 (1): item 1 is worth .5 × .8 − .5 × .9 = −.05, item 3 .5 × .4 − 0 = .2.
  expect(list(3, 0.5)).toEqual([0, 3, 1]);
});

test('goes by difference alone at the end of the scale', () => {
  const [first, second] = list(2, 1);
  expect(shelf.likeness.between(first, second)).toBe(0);
});

test('runs out gracefully', () => {
  expect(list(10, 0.5).sort()).toEqual([...all]);
  expect([...diversify(new Int32Array(), scores, 3, 0.5, shelf.likeness)]).toEqual([]);
});
