import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainHistory, strangerWith, type History } from '../../../src/engine/data/dataset';
import { findModel } from '../../../src/engine/models/registry';
import type { Recommender } from '../../../src/engine/models/recommender';
import { explain } from '../../../src/engine/serving/explain';
import { createRandom } from '../../../src/kernels/random';
import { learn, onDevice, smallConfig, start } from '../../fixtures/learning';
import { tasteOf, twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes({ users: 24, items: 14, chosen: 5 });
const exact = ['content', 'item-knn', 'rp3beta', 'ease', 'als', 'bpr-mf', 'sequential-rules'];
const sampled = ['user-knn', 'mult-vae', 'sasrec'];

/** Liked even items and one odd, and disliked the other odd. */
const mixed: History = {
  ...plainHistory([0, 3, 4, 5]),
  values: Float32Array.of(1, 1, 1, -1),
};
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  let recommender: Recommender | null = null;
  beforeAll(async () => void (await start(backend)));
  afterEach(() => recommender?.dispose());

  const explained = async (name: string, history: History, item: number) => {
    const model = findModel(name);
    recommender = await learn(model, dataset, smallConfig(model, { epochs: 20 }));
    const before = onDevice();
    const explanation = await explain(recommender, { history }, item, createRandom(1));
    expect(onDevice()).toEqual(before);
    return explanation;
  };

  test.each([...exact, ...sampled])('what events add to a score sums to it: %s', async (name) => {
    const explanation = await explained(name, mixed, 2);
    const { events, values, score, base } = explanation;
    expect(explanation.exact).toBe(exact.includes(name));
    expect([...events]).toEqual([0, 1, 2, 3]);
    expect(sum(values)).toBeCloseTo(score - base, 3); // ridges are solved in steps
    expect(values[1]).toBeLessThan(Math.max(values[0], values[2])); // of the other taste
  });

  test.each([...exact, 'user-knn'])('explains the score that is served: %s', async (name) => {
    const { score } = await explained(name, mixed, 2);
    const [scores] = await recommender!.score([strangerWith(mixed)]);
    expect(score).toBeCloseTo(scores[2], 5);
  });

  test.each(['ease', 'user-knn'])('an empty history explains nothing: %s', async (name) => {
    const { events, values, score, base } = await explained(name, plainHistory([]), 2);
    expect([events.length, values.length]).toEqual([0, 0]);
    expect(score).toBe(base);
  });
});

test('weighs the most recent of a long history where it has to sample', async () => {
  await start('cpu');
  const items = Array.from({ length: 30 }, (_zero, i) => i % 14);
  const model = findModel('mult-vae');
  const recommender = await learn(model, dataset, smallConfig(model, { epochs: 1 }));
  const history = plainHistory(items);
  const { events, values, score, base } = await explain(
    recommender,
    { history },
    tasteOf(0),
    createRandom(1),
  );
  recommender.dispose();
  expect([...events]).toEqual(Array.from({ length: 24 }, (_zero, i) => i + 6));
  expect(sum(values)).toBeCloseTo(score - base, 4);
});
