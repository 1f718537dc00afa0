import { beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../../../src/engine/models/classical/random';
import { known, learn, start, stranger } from '../../../fixtures/learning';
import { twoTastes } from '../../../fixtures/two-tastes';

const dataset = twoTastes({ users: 4, items: 50, chosen: 3 });

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('the same seed gives the same list, another seed another', async () => {
    const [first, again, other] = await Promise.all([3, 3, 4].map(listOf));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('a list depends on what was chosen, not on who chose it', async () => {
    const recommender = await learn(random, dataset, {});
    const [a, b, c] = await recommender.score([stranger(1, 2), known(0, 1, 2), stranger(2, 3)]);
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
    recommender.dispose();
  });

  test('every item is as likely as any other to be among the first', async () => {
    const recommender = await learn(random, dataset, {});
    const strangers = Array.from({ length: 2000 }, (_zero, i) =>
      stranger(i % 50, Math.floor(i / 50)),
    );
    const rankings = await recommender.recommend(strangers, 10);
    const counts = new Array<number>(50).fill(0);
    for (const { items } of rankings) for (const item of items) counts[item]++;
    // 400 expected of each, with a deviation of about 18.
    expect(Math.min(...counts)).toBeGreaterThan(320);
    expect(Math.max(...counts)).toBeLessThan(480);
    recommender.dispose();
  });
});

async function listOf(seed: number): Promise<number[]> {
  const recommender = await learn(random, dataset, {}, seed);
  const [{ items }] = await recommender.recommend([stranger()], 50);
  recommender.dispose();
  return Array.from(items);
}
