import { describe, expect, test } from 'vitest';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { errorsOf, toPredictions } from '../../../src/engine/evaluation/predictions';
import { predictsRatings } from '../../../src/engine/models/feedback';
import { models } from '../../../src/engine/models/registry';
import { train } from '../../../src/engine/training/train';
import { prepareTrial, testCheckpoint } from '../../../src/engine/training/trial';
import { createRandom } from '../../../src/kernels/random';
import { datasetOf, type Event } from '../../fixtures/events';
import { smallConfig, start, stranger, toTheEnd } from '../../fixtures/learning';

const holdout = (...relevant: [number, number][]): Holdout => ({
  user: 0,
  query: stranger(),
  relevant: new Map(relevant),
});

test('preferences are judged as ratings of the scale, within its ends', () => {
  const holdouts = [holdout([3, 1], [1, -1]), holdout([0, 0])];
  const preferences = [Float32Array.of(0.5, -7), Float32Array.of(0.25)];
  const predictions = toPredictions(preferences, holdouts, [1, 5]);
  expect(Array.from(predictions.holdoutOf)).toEqual([0, 0, 1]);
  expect(Array.from(predictions.actual)).toEqual([5, 1, 3]);
  expect(Array.from(predictions.predicted)).toEqual([4, 1, 3.5]);
  const { rmse, mae } = errorsOf(predictions);
  expect(rmse).toBeCloseTo(Math.sqrt((1 + 0.25) / 3), 12);
  expect(mae).toBeCloseTo(0.5, 12);
});

describe.each(models.filter(predictsRatings).map((model) => [model.name, model] as const))(
  'of ratings that are pure chance, %s',
  (_name, model) => {
    test('predicts no more than their variance allows: 2 is the floor', async () => {
      // A widely copied tutorial reports 0.0032 for such a table of 1,000 × 1,000.
      await start('wasm');
      const size = 400;
      const random = createRandom(5);
      const cells = random.shuffle(Int32Array.from({ length: size ** 2 }, (_zero, cell) => cell));
      const events = Array.from(cells.subarray(0, 30 * size), (cell): Event => [
        Math.floor(cell / size),
        cell % size,
        NaN,
        1 + random.below(5),
      ]);
      const { split } = await prepareTrial(datasetOf(events, { users: size, items: size }), {
        protocol: 'random',
        seed: 1,
        minValue: null,
      });
      const config = smallConfig(model, { epochs: 4, batchSize: 512 });
      const { signal } = new AbortController();
      const fit = train(model, split, { config, seed: 1, signal, resume: null });
      const { best } = await toTheEnd(fit);
      const { evaluation } = await testCheckpoint(best!, split);
      expect(evaluation.predictions!.actual.length).toBeGreaterThan(1000);
      expect(evaluation.metrics.rmse ** 2).toBeGreaterThan(1.9);
    });
  },
);
