import { afterEach, beforeAll, expect, test } from 'vitest';
import { splitDataset } from '../../../src/engine/data/split';
import { evaluate } from '../../../src/engine/evaluation/evaluate';
import { measureOrder, readsOrder, shuffleHistories } from '../../../src/engine/evaluation/order';
import { itemKnn } from '../../../src/engine/models/classical/item-knn';
import { twoStage } from '../../../src/engine/models/ensemble/two-stage';
import { completeConfig, type Config, type Model } from '../../../src/engine/models/model';
import type { Recommender } from '../../../src/engine/models/recommender';
import { gru4Rec } from '../../../src/engine/models/sequence/gru4rec';
import { cycle } from '../../fixtures/cycle';
import { learn, smallConfig, start } from '../../fixtures/learning';

const { train, test: holdouts } = splitDataset(cycle(), 'leave-one-out', 1);
let recommender: Recommender;

beforeAll(async () => void (await start('wasm')));
afterEach(() => recommender?.dispose());

async function orderWorth(model: Model) {
  recommender = await learn(model, train, smallConfig(model, { dim: 16, epochs: 40 }));
  const judged = await evaluate(recommender, holdouts, train);
  return measureOrder(recommender, holdouts, train, judged);
}

test('a history that is shuffled has the same events at the same times', () => {
  const shuffled = shuffleHistories(holdouts, 1);
  holdouts.forEach(({ query: { history }, ...rest }, i) => {
    const { query, ...others } = shuffled[i];
    expect(others).toEqual(rest);
    expect(query.history.timestamps).toEqual(history.timestamps);
    expect(query.history.items.toSorted()).toEqual(history.items.toSorted());
  });
  const moved = shuffled.filter(
    ({ query }, i) => query.history.items.join() !== holdouts[i].query.history.items.join(),
  );
  expect(moved.length).toBeGreaterThan(holdouts.length / 2);
  expect(shuffleHistories(holdouts, 1)).toEqual(shuffled);
});

test('a model that reads the order loses by it', async () => {
  const { shuffled, lost } = await orderWorth(gru4Rec);
  expect(lost.interval[0]).toBeGreaterThan(0.1);
  expect(shuffled).toBeLessThan(0.7);
});

test('one that does not loses nothing', async () => {
  const { lost } = await orderWorth(itemKnn);
  expect(lost.mean).toBeCloseTo(0, 6);
});

test('two stages read it where one of them does', () => {
  const reads = (set: Config) => readsOrder(twoStage, completeConfig(twoStage.fields, set));
  expect(reads({})).toBe(false);
  expect(reads({ ranker: 'din' })).toBe(true);
  expect(reads({ retriever: 'sequential-rules' })).toBe(true);
  expect(readsOrder(itemKnn, {})).toBe(false);
});
