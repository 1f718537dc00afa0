import { expect, test } from 'vitest';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { errorsOf, toPredictions } from '../../../src/engine/evaluation/predictions';
import { stranger } from '../../fixtures/learning';

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
