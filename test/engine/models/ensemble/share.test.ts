import { expect, test } from 'vitest';
import type { Offered } from '../../../../src/engine/models/ensemble/choices';
import { weighTwo } from '../../../../src/engine/models/ensemble/share';
import { createRandom } from '../../../../src/kernels/random';

/** Choices among 200 items by a sum of hidden likings, of which each member sees one, times 10 in the first. */
function drawOffers(counts: readonly [number, number]): Offered[] {
  const random = createRandom(1);
  return Array.from({ length: 300 }, () => {
    const votes = [0, 1].map(() => Float32Array.from({ length: 200 }, () => random.normal()));
    const liking = votes[0].map((vote, i) => counts[0] * vote + counts[1] * votes[1][i]);
    const noisy = liking.map((value) => value + 0.3 * random.normal());
    const chosen = noisy.indexOf(Math.max(...noisy));
    const first = votes[0].map((vote) => 10 * vote);
    return { votes: [first, votes[1]], chosen: [chosen], isOther: (place) => place !== chosen };
  });
}

test('a share is found by the lists that it makes, in units of how far votes vary', () => {
  const { shares, scales, worth } = weighTwo(drawOffers([1, 1]));
  expect([10, 1].map((scale, i) => scales[i] / scale).every((r) => Math.abs(r - 1) < 0.03)).toBe(
    true,
  );
  expect(Math.abs(shares[1] - 0.5)).toBeLessThan(0.11);
  expect(shares[0] + shares[1]).toBeCloseTo(1, 6);
  expect(worth).toBeGreaterThan(0.7);
});

test('who knows nothing has no share, or all of it where the other knows nothing', () => {
  expect(weighTwo(drawOffers([1, 0])).shares[1]).toBeLessThan(0.11);
  expect(weighTwo(drawOffers([0, 1])).shares[1]).toBeGreaterThan(0.89);
});

test('without any choices the first counts alone', () => {
  expect(weighTwo([])).toEqual({
    shares: Float32Array.of(1, 0),
    scales: Float32Array.of(1, 1),
    worth: 0,
  });
});
