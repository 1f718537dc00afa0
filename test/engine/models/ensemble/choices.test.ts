import { expect, test } from 'vitest';
import { drawChoices, offersTo } from '../../../../src/engine/models/ensemble/choices';
import { createRandom } from '../../../../src/kernels/random';

/** User 0 has met items 0 and 1, and then chose 3, which is on offer, and 9, which is not. */
const held = [{ user: 0, past: Int32Array.of(0, 1), next: Int32Array.of(3, 9) }];

test('what was chosen is held against what was offered and not chosen', async () => {
  const offers = await offersTo(held, createRandom(1), async () => ({
    votes: [Float32Array.of(30, 40, 10, -1, 50), Float32Array.of(3, 4, 1, -1, 5)],
    size: 5,
    items: Int32Array.of(3, 4, 1, -1, 5),
  }));
  expect(offers.map(({ chosen }) => chosen)).toEqual([[0]]);
  const choices = drawChoices(offers, createRandom(1));
  expect(choices.map(({ chosen }) => chosen)).toEqual([[30, 3]]);
  const others = new Set(choices[0].others.map(String));
  expect(others).toEqual(new Set(['40,4', '50,5'])); // neither what was met, nor an empty place
});

test('every item is on offer at its own place where no others are named', async () => {
  const votes = [Float32Array.from({ length: 10 }, (_zero, item) => item)];
  const offers = await offersTo(held, createRandom(1), async (queries) => {
    expect(queries.map(({ user, history }) => [user, ...history.items])).toEqual([[0, 0, 1]]);
    return { votes, size: 10, items: null };
  });
  const choices = drawChoices(offers, createRandom(1));
  expect(choices.map(({ chosen }) => chosen)).toEqual([[3], [9]]);
  const others = choices.flatMap(({ others }) => others.flat());
  expect([0, 1, 3, 9].filter((item) => others.includes(item))).toEqual([]);
  expect(others.length).toBeGreaterThan(40);
});
