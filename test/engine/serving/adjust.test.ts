import { describe, expect, test } from 'vitest';
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

describe('less like something', () => {
  const depth = 5 / spread; // from the first to the last
  const alike = [0.8, 1, 0.2, 0.2, 0.2, 0.6]; // to item 1; 0.5 is usual
  const lowered = plain.map((score, item) => score - depth * [0.36, 1, 0, 0, 0, 0.04][item]);
  const lessLikeIt = (likeness: readonly number[]) => {
    const between = (item: number) => likeness[item];
    const other = { ...shelf, likeness: { by: 'vectors', between } as const };
    return Array.from(adjustScores(scores, other, wanting({ lessLike: [1] })));
  };

  test('lowers it past the others, and those by how much more alike they are than usual', () => {
    expect(lessLikeIt(alike)).toEqual(near(lowered));
  });

  test('means the same where everything lies close together', () => {
    expect(lessLikeIt(alike.map((value) => 0.9 + value / 10))).toEqual(near(lowered));
  });

  test('lowers nothing else where all are as alike as can be', () => {
    const alone = plain.map((score, item) => (item === 1 ? score - depth : score));
    expect(lessLikeIt([1, 1, 1, 1, 1, 1])).toEqual(near(alone));
  });

  test('lowers it where all score the same, too', () => {
    const same = adjustScores(new Float32Array(6), shelf, wanting({ lessLike: [1] }));
    expect(Math.min(...same)).toBe(same[1]);
    expect(same[1]).toBeLessThan(same[3]);
  });

  test('leaves what cannot be recommended where it is', () => {
    const seen = scores.map((score, item) => (item === 0 ? -Infinity : score));
    expect(adjustScores(seen, shelf, wanting({ lessLike: [1] }))[0]).toBe(-Infinity);
  });
});
