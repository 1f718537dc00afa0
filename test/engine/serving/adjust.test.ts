import { expect, test } from 'vitest';
import { adjustScores } from '../../../src/engine/serving/adjust';
import { shelf, wanting } from '../../fixtures/shelf';

const scores = Float32Array.of(6, 5, 4, 3, 2, 1);
const spread = Math.sqrt(35 / 12); // of the numbers from 1 to 6
const adjust = (controls: Parameters<typeof wanting>[0]) =>
  Array.from(adjustScores(scores, shelf, wanting(controls)));
const plain = Array.from(scores, (score) => (score - 3.5) / spread);
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5));

test('leaves the scores alone where nothing is asked for', () => {
  expect(adjust({})).toEqual([...scores]);
});

test('weighs popularity, and novelty as its opposite', () => {
  const half = (sign: number) => plain.map((score, item) => score + sign * shelf.popularity[item]);
  expect(adjust({ popularity: 0.5 })).toEqual(near(half(1)));
  expect(adjust({ popularity: -0.5 })).toEqual(near(half(-1)));
});

test('raises boosted items and genres, once each', () => {
  const raised = plain.map((score, item) => score + ([3, 4, 5].includes(item) ? 1 : 0));
  expect(adjust({ boosted: [3, 5], boostedGenres: ['comedy'] })).toEqual(near(raised));
});

test('lowers what is like the unwanted by how like it is', () => {
  const lowered = plain.map((score, item) => score - 3 * [0.9, 1, 0.9, 0, 0, 0][item]);
  expect(adjust({ lessLike: [1] })).toEqual(near(lowered));
});
