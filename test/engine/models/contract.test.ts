import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf, type Dataset, type Query } from '../../../src/engine/data/dataset';
import { splitDataset } from '../../../src/engine/data/split';
import { isRating } from '../../../src/engine/models/feedback';
import type { Model } from '../../../src/engine/models/model';
import type { Recommender } from '../../../src/engine/models/recommender';
import { readRecommender } from '../../../src/engine/models/saved';
import { models } from '../../../src/engine/models/registry';
import {
  train,
  type TrainingProgress,
  type TrainingResult,
} from '../../../src/engine/training/train';
import {
  decodeTraining,
  type TrainingCheckpoint,
} from '../../../src/engine/training/training-checkpoint';
import type { FitProgress } from '../../../src/engine/nn/fit';
import { restore } from '../../../src/engine/nn/weights';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import {
  known,
  learn,
  learnWeights,
  onDevice,
  smallConfig,
  start,
  stranger,
  toTheEnd,
} from '../../fixtures/learning';
import { ratedTastes, tasteGraph, tasteOf, twoTastes } from '../../fixtures/two-tastes';

/** Models that answer everyone alike, whatever they chose: taste is not asked of them. */
const sameForAll: readonly string[] = ['popularity', 'popularity-7-days', 'bias'];
/** Models that draw by lot for each: neither. */
const byLot: readonly string[] = ['random'];

/** Models that guess only some items in each pass, and so need more of them. */
const slow: readonly string[] = ['bert4rec'];

const size = { users: 24, items: 14, chosen: 5 };
const [choices, ratings] = [twoTastes(size), ratedTastes(size)];
/** What a model learns from: choices of one taste or the other, or ratings of both; with facts. */
const datasetFor = (model: Model): Dataset => ({
  ...(isRating(model) ? ratings : choices),
  graph: tasteGraph(size.items),
});
const newcomer = stranger();
const everyone: readonly Query[] = [
  newcomer,
  known(0, ...historyOf(choices, 0).items),
  stranger(1, 3, 5),
  known(5, ...historyOf(choices, 5).items),
  stranger(4),
  dislikes([1, 3], [2]),
];

/** A stranger who liked some items and after that disliked others. */
function dislikes(liked: readonly number[], disliked: readonly number[]): Query {
  const query = stranger(...liked, ...disliked);
  const { items, values } = query.history;
  const said = values.map((_one, event) => (event < liked.length ? 1 : -1));
  return { ...query, history: { ...query.history, items, values: said } };
}

/** How much higher even items score than odd ones, `left` left out. */
function leanToEven(scores: Float32Array, left: readonly number[]): number {
  const meanOf = (taste: number): number => {
    const side = scores.filter((_score, item) => tasteOf(item) === taste && !left.includes(item));
    return side.reduce((sum, score) => sum + score, 0) / side.length;
  };
  return meanOf(0) - meanOf(1);
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  describe.each(models.map((model) => [model.name, model] as const))('%s', (name, model) => {
    const config = smallConfig(model, { dim: 16, ...(slow.includes(name) && { epochs: 24 }) });
    const dataset = datasetFor(model);
    let recommender: Recommender;
    beforeAll(async () => void (recommender = await learn(model, dataset, config)));
    afterAll(() => recommender.dispose());

    test('scores every item finitely, even for a newcomer', async () => {
      const scores = await recommender.score(everyone);
      expect(scores.map((row) => row.length)).toEqual(everyone.map(() => 14));
      expect(scores.every((row) => row.every(Number.isFinite))).toBe(true);
      expect(new Set(scores[1]).size).toBeGreaterThan(1);
    });

    test('scores a batch as it scores each alone', async () => {
      const together = await recommender.score(everyone);
      for (const [index, query] of everyone.entries()) {
        const [alone] = await recommender.score([query]);
        alone.forEach((score, item) => expect(together[index][item]).toBeCloseTo(score, 4));
      }
    });

    test.runIf(model.scoreSome)('scores some items as it scores all', async () => {
      const weights = restore((await recommender.checkpoint()).weights);
      const items = everyone.map((_query, i) => [i, 13, 0, 13 - i]);
      const scored = tf.tidy(() => {
        const users = model.foldIn(weights, everyone, config);
        return model.scoreSome!(weights, users, tf.tensor2d(items, undefined, 'int32'), config);
      });
      const some = Array.from(await scored.data());
      const all = await recommender.score(everyone);
      const expected = items.flatMap((row, query) => row.map((item) => all[query][item]));
      some.forEach((score, i) => expect(score).toBeCloseTo(expected[i], 4));
      expect(scored.shape).toEqual([everyone.length, 4]);
      tf.dispose([weights, scored]);
    });

    test('keeps to the taste of a stranger', async () => {
      const strangers = [stranger(0, 2), stranger(9, 5), stranger(12), stranger(3, 13, 7)];
      const rankings = await recommender.recommend(strangers, 4);
      const tastes = rankings.map(({ items }) => Array.from(items, tasteOf));
      if (sameForAll.includes(name)) {
        const scores = await recommender.score(strangers);
        expect(scores).toEqual(strangers.map(() => scores[0]));
      } else if (byLot.includes(name)) {
        expect(new Set(rankings.map(({ items }) => items.join())).size).toBe(strangers.length);
      } else expect(tastes).toEqual([0, 1, 0, 1].map((taste) => new Array<number>(4).fill(taste)));
    });

    test('does not help items like a disliked one', async () => {
      const queries = [newcomer, dislikes([], [2, 8]), stranger(1, 3), dislikes([1, 3], [2, 8])];
      const scores = await recommender.score(queries);
      const [none, disliked, odd, oddDisliked] = scores.map((row) => leanToEven(row, [1, 2, 3, 8]));
      if (sameForAll.includes(name)) expect([disliked, oddDisliked]).toEqual([none, odd]);
      else if (!byLot.includes(name)) {
        expect(disliked).toBeLessThan(none);
        expect(oddDisliked).toBeLessThan(odd);
      }
    });

    test('never recommends what was chosen, and runs out gracefully', async () => {
      const [few, all, nothing] = await recommender.recommend(
        [stranger(0, 2, 4), newcomer, stranger(...Array.from({ length: 14 }, (_zero, i) => i))],
        50,
        [13],
      );
      expect(few.items.length).toBe(10);
      expect([0, 2, 4, 13].filter((item) => few.items.includes(item))).toEqual([]);
      expect(new Set(all.items).size).toBe(13);
      expect(nothing.items.length).toBe(0);
      expect(Array.from(few.scores)).toEqual(Array.from(few.scores).sort((a, b) => b - a));
      const [scores] = await recommender.score([stranger(0, 2, 4)]);
      few.items.forEach((item, place) => expect(few.scores[place]).toBeCloseTo(scores[item], 4));
    });

    test('comes back from its checkpoint unchanged', async () => {
      const loaded = await readRecommender(await recommender.save());
      expect(await loaded.score(everyone)).toEqual(await recommender.score(everyone));
      expect(loaded.model).toBe(model);
      expect(loaded.config).toEqual(config);
      expect(loaded.items.ids).toEqual(dataset.items.ids);
      expect(loaded.users?.ids).toEqual(dataset.users.ids);
      loaded.dispose();
    });

    test('serves strangers just as well once its users are left out', async () => {
      const file = await recommender.save({ anonymous: true });
      const anonymous = await readRecommender(file);
      const strangers = everyone.map((query) => ({ ...query, user: null }));
      expect(await file.text()).not.toContain('u23');
      expect(anonymous.users).toBeNull();
      expect(await anonymous.score(strangers)).toEqual(await recommender.score(strangers));
      expect(await anonymous.score(everyone)).toEqual(await anonymous.score(strangers));
      anonymous.dispose();
    });

    test('learns the same from the same seed, bit for bit', async () => {
      const brief = smallConfig(model, { epochs: 1 });
      const [first, again, other] = [
        await learnWeights(model, dataset, brief, 5),
        await learnWeights(model, dataset, brief, 5),
        await learnWeights(model, dataset, brief, 6),
      ];
      expect(again).toEqual(first);
      if ('epochs' in brief) expect(other).not.toEqual(first);
    });

    describe('frees all it used', () => {
      test.each<[string, (progress: FitProgress, stop: AbortController) => boolean]>([
        ['when it ends', () => false],
        ['when it is left', () => true],
        ['when it is left in a later epoch', ({ epoch }) => epoch === 2],
        ['when it is stopped', (_progress, stop) => (stop.abort(), false)],
      ])('%s', async (_when, leave) => {
        const before = onDevice();
        const stop = new AbortController();
        const context = { random: createRandom(1), signal: stop.signal, resume: null };
        const brief = smallConfig(model, { epochs: 2 });
        let seen = 0;
        for await (const progress of model.fit(dataset, brief, context)) {
          seen++;
          if (leave(progress, stop)) break;
        }
        expect(seen).toBeGreaterThan(0);
        expect(onDevice()).toEqual(before);
      });

      test('when it answers and is saved', async () => {
        const before = onDevice();
        await recommender.foldIn(everyone);
        await recommender.recommend(everyone, 5);
        await recommender.save();
        expect(onDevice()).toEqual(before);
      });
    });

    describe('resumed after being cut off', () => {
      let whole: Awaited<ReturnType<typeof trainWatched>>;
      beforeAll(async () => void (whole = await trainWatched(model)));

      test.each<[string, (progress: TrainingProgress) => boolean]>([
        ['in mid-epoch', ({ epoch, done }) => epoch === 2 && done < 1],
        ['at the end of an epoch', ({ epoch, done }) => epoch === 1 && done === 1],
        ['at the very end', ({ epoch, done }) => epoch === 2 && done === 1],
      ])('%s, learns as if it had not been', async (_where, isHere) => {
        const before = onDevice();
        const here = whole.seen.find(({ progress }) => isHere(progress));
        if ('epochs' in model.fields) expect(here).toBeDefined();
        const { file } = here ?? whole.seen.at(-1)!; // solved at once: there is one progress
        const checkpoint = await decodeTraining(file);
        const resumed = await toTheEnd(training(model, checkpoint));
        expect(timeless(resumed)).toEqual(timeless(whole.result));
        expect(resumed.elapsed).toBeGreaterThanOrEqual(checkpoint.elapsed);
        expect(onDevice()).toEqual(before);
      });
    });
  });
});

/** A training of some twenty batches an epoch, so that there is progress within each. */
function training(model: Model, resume: TrainingCheckpoint | null) {
  const batchSize = 'length' in model.fields ? 1 : 4;
  const config = smallConfig(model, { epochs: 2, batchSize, learningRate: 0.01 });
  const { signal } = new AbortController();
  const split = splitDataset(datasetFor(model), 'leave-one-out', 1);
  return train(model, split, { config, seed: 3, signal, resume });
}

/** A training that is not cut off, with what it would have left behind at every step. */
async function trainWatched(model: Model) {
  const seen: { progress: TrainingProgress; file: Blob }[] = [];
  const running = training(model, null);
  for (;;) {
    const { done, value } = await running.next();
    if (done) return { result: value, seen };
    seen.push({ progress: value, file: await value.checkpoint() });
  }
}

/** A result without what depends on the clock. */
function timeless({ best, bestEpoch, reports }: TrainingResult) {
  const kept = reports.map(({ epoch, loss, validation, best }) => {
    return { epoch, loss, validation, best };
  });
  return { best, bestEpoch, reports: kept };
}
