import { describe, expect, test } from 'vitest';
import { weighChoices, type Choice } from '../../../../src/engine/models/ensemble/weigh';
import { createRandom } from '../../../../src/kernels/random';

/** Choices made by a softmax of votes that count `truth`. */
function drawChoices(truth: readonly number[], count: number): Choice[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () => {
    const items = Array.from({ length: 20 }, () => truth.map(() => random.normal()));
    const chances = items.map((votes) =>
      Math.exp(votes.reduce((sum, vote, i) => sum + truth[i] * vote, 0)),
    );
    let left = random.uniform() * chances.reduce((sum, chance) => sum + chance, 0);
    const place = chances.findIndex((chance) => (left -= chance) < 0);
    return { chosen: items[place], others: items.filter((_item, i) => i !== place) };
  });
}

describe('the weights of members', () => {
  test('are found again from the choices they led to', () => {
    const weights = weighChoices(drawChoices([1.5, 0, 0.6], 5000), 3);
    expect(weights[0]).toBeCloseTo(1.5, 0.7);
    expect(weights[1]).toBeLessThan(0.08);
    expect(weights[2]).toBeCloseTo(0.6, 1);
  });

  test('are never negative, and bounded where a member is always right', () => {
    expect(weighChoices(drawChoices([-1, 0.5], 500), 2)[0]).toBe(0);
    const always: Choice = { chosen: [1], others: [[0], [-1]] };
    expect(weighChoices([always], 1)[0]).toBeLessThan(20);
  });

  test('are equal shares where there is nothing to go by', () => {
    expect(weighChoices([], 2)[0]).toBeCloseTo(weighChoices([], 2)[1], 6);
  });
});
