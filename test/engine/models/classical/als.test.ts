import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { als } from '../../../../src/engine/models/classical/als';
import { completeConfig } from '../../../../src/engine/models/model';
import { Recommender } from '../../../../src/engine/models/recommender';
import { createRandom } from '../../../../src/kernels/random';
import * as tf from '../../../../src/kernels/tensor';
import { datasetOf, type Event } from '../../../fixtures/events';
import { known, learn, start, stranger } from '../../../fixtures/learning';
import { twoTastes } from '../../../fixtures/two-tastes';

interface Golden {
  /** Items of each user. */
  readonly chosen: readonly (readonly number[])[];
  readonly unobserved: number;
  readonly l2: number;
  /** Item vectors before and after so many sweeps. */
  readonly start: number[][];
  readonly sweeps: number;
  readonly items: readonly (readonly number[])[];
  /** What a stranger said, and all scores for them. */
  readonly liked: readonly number[];
  readonly disliked: readonly number[];
  readonly scores: readonly number[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/golden-als.json', import.meta.url), 'utf8'),
) as Golden;

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('sweeps as the normal equations do in float64, and solves for strangers likewise', async () => {
    const { chosen, unobserved, l2, sweeps, liked, disliked } = golden;
    const events = chosen.flatMap((list, user) => list.map((item): Event => [user, item]));
    const dataset = datasetOf(events, { items: golden.items.length });
    const config = completeConfig(als.fields, { dim: 3, epochs: sweeps, unobserved, l2 });
    const state = { moments: {}, epoch: 1, batch: 0, step: 0, lossSum: 0 };
    const resume = { weights: { items: tf.tensor2d(golden.start) }, state };
    const { signal } = new AbortController();

    const query = stranger(...liked, ...disliked);
    query.history.values.fill(-1, liked.length);
    let seen = 0;
    for await (const progress of als.fit(dataset, config, {
      random: createRandom(1),
      signal,
      resume,
    })) {
      if (progress.epoch < sweeps || progress.done < 1) continue;
      seen++;
      const { items } = progress.weights;
      const learned = Array.from(await items.data());
      golden.items.flat().forEach((value, i) => expect(learned[i]).toBeCloseTo(value, 3));
      const { users, items: ids } = dataset;
      const trained = { model: als, config, items: ids, users, weights: progress.weights };
      const [scores] = await new Recommender(trained).score([query]);
      golden.scores.forEach((score, item) => expect(scores[item]).toBeCloseTo(score, 3));
    }
    expect(seen).toBe(1);
  });
});

test('a person is met by their history, whether known or not', async () => {
  const recommender = await learn(als, twoTastes());
  const [asKnown, asStranger] = await recommender.foldIn([known(3, 1, 5), stranger(1, 5)]);
  expect(asKnown).toEqual(asStranger);
  recommender.dispose();
});
