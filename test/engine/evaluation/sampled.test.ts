import { beforeAll, expect, test, vi } from 'vitest';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { mean } from '../../../src/engine/evaluation/accuracy';
import { evaluateSampled } from '../../../src/engine/evaluation/sampled';
import { popularity } from '../../../src/engine/models/classical/popularity';
import type { Recommender } from '../../../src/engine/models/recommender';
import { datasetOf, type Event } from '../../fixtures/events';
import { learn, start, stranger } from '../../fixtures/learning';

/** Item `i` of 40 was chosen `40 - i` times: Popularity ranks them in their order. */
const chosen = datasetOf(
  Array.from({ length: 40 }, (_zero, item) =>
    Array.from({ length: 40 - item }, (_user, user): Event => [user, item]),
  ).flat(),
);
let recommender: Recommender;
beforeAll(async () => {
  await start('cpu');
  recommender = await learn(popularity, chosen);
});

const seeking = (item: number, ...past: number[]): Holdout => ({
  user: 0,
  query: stranger(...past),
  relevant: new Map([[item, 1]]),
});

test('ranks the item among those drawn, of which none was chosen', async () => {
  const holdouts = [
    seeking(0),
    seeking(39),
    seeking(20, ...Array.from({ length: 20 }, (_z, i) => i)),
  ];
  const judged = await evaluateSampled(recommender, holdouts, { negatives: 39, seed: 1, k: 10 });
  expect(Array.from(judged['hr@10'])).toEqual([1, 0, 1]); // of the last, all better ones are known
  expect(Array.from(judged['ndcg@10'])).toEqual([1, 0, 1]);
});

test('flatters: the fewer are drawn, the better the place', async () => {
  const holdouts = Array.from({ length: 400 }, () => seeking(19));
  const rate = async (negatives: number): Promise<number> => {
    const judged = await evaluateSampled(recommender, holdouts, { negatives, seed: 1, k: 10 });
    return mean(judged['hr@10']);
  };
  expect(await rate(39)).toBe(0);
  expect(await rate(20)).toBeGreaterThan(0.4); // of 20 drawn, 19/39 lie before it: 9.7 on average
  expect(await rate(9)).toBe(1);
});

test('lets others have their turn between batches', async () => {
  const score = recommender.score.bind(recommender);
  let isHeard = false;
  const heard: boolean[] = [];
  vi.spyOn(recommender, 'score').mockImplementation((queries) => {
    heard.push(isHeard);
    for (const begun = performance.now(); performance.now() - begun < 60;);
    return score(queries);
  });
  setTimeout(() => (isHeard = true));
  const holdouts = Array.from({ length: 300 }, () => seeking(19));
  await evaluateSampled(recommender, holdouts, { negatives: 5, seed: 1, k: 10 });
  expect(heard).toEqual([false, true]);
});
