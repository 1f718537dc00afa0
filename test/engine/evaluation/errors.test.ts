import { describe, expect, test } from 'vitest';
import {
  errorIntervals,
  errorsByUser,
  rmseDifference,
  rmseOf,
  type UserErrors,
} from '../../../src/engine/evaluation/errors';
import type { Evaluation } from '../../../src/engine/evaluation/evaluate';
import { errorsOf } from '../../../src/engine/evaluation/predictions';
import { createRandom } from '../../../src/kernels/random';

/** So many users, each with 1 to 9 ratings whose predictions are off by `noise`, and by as much more for some users. */
function judged(
  users: number,
  noise: number,
  seed = 1,
): Pick<Evaluation, 'predictions' | 'rankings'> {
  const random = createRandom(seed);
  const rows = Array.from({ length: users }, (_zero, user) => {
    const own = noise * (1 + (user % 3));
    return Array.from({ length: 1 + (user % 9) }, () => [user, own * random.normal()]);
  }).flat();
  return {
    rankings: Array.from({ length: users }, () => new Int32Array(0)),
    predictions: {
      holdoutOf: Int32Array.from(rows, ([user]) => user),
      predicted: Float64Array.from(rows, ([, error]) => 3 + error),
      actual: new Float64Array(rows.length).fill(3),
    },
  };
}

const errorsFor = (...given: Parameters<typeof judged>): UserErrors =>
  errorsByUser(judged(...given))!;

describe('errors', () => {
  test('add up to those over all ratings', () => {
    const given = judged(50, 0.4);
    const errors = errorsByUser(given)!;
    const { rmse, mae } = errorsOf(given.predictions!);
    const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    expect(rmseOf(errors)).toBeCloseTo(rmse, 12);
    expect(sum(errors.absolute) / sum(errors.ratings)).toBeCloseTo(mae, 12);
  });

  test('of a model that predicts no ratings are none', () => {
    expect(errorsByUser({ ...judged(5, 1), predictions: null })).toBeNull();
  });
});

describe('intervals', () => {
  test('lie around the error, and narrow with the square root of the users', () => {
    const widths = [90, 1440].map((users) => {
      const errors = errorsFor(users, 0.5);
      const { rmse, mae } = errorIntervals(errors);
      expect(rmse[0]).toBeLessThan(rmseOf(errors));
      expect(rmse[1]).toBeGreaterThan(rmseOf(errors));
      expect(mae[1]).toBeLessThan(rmse[1]);
      return rmse[1] - rmse[0];
    });
    expect(widths[0] / widths[1]).toBeGreaterThan(2.5);
    expect(widths[0] / widths[1]).toBeLessThan(6);
  });

  test('are wider than those of as many ratings by people of their own', () => {
    // One in ten is far off in all of 20 ratings: what is drawn by chance are people.
    const ratings = new Float64Array(100).fill(20);
    const squared = Float64Array.from({ length: 100 }, (_zero, user) => 20 * (user % 10 ? 0.1 : 4));
    const { rmse } = errorIntervals({ squared, absolute: squared, ratings });
    const alone = errorIntervals({
      squared: Float64Array.from({ length: 2000 }, (_zero, i) => squared[i % 100] / 20),
      absolute: new Float64Array(2000),
      ratings: new Float64Array(2000).fill(1),
    });
    expect((rmse[1] - rmse[0]) / (alone.rmse[1] - alone.rmse[0])).toBeGreaterThan(3.5);
  });
});

describe('a difference in RMSE', () => {
  test('is below 0 for the better one, and sees what separate intervals would not', () => {
    const errors = errorsFor(300, 0.5);
    const worse = {
      ...errors,
      squared: errors.squared.map((sum, user) => sum + 0.01 * errors.ratings[user]),
    };
    const { mean, interval, p } = rmseDifference(errors, worse);
    expect(mean).toBeCloseTo(rmseOf(errors) - rmseOf(worse), 12);
    expect(interval[1]).toBeLessThan(0);
    expect(p).toBeLessThan(1e-6);
    expect(errorIntervals(errors).rmse[1]).toBeGreaterThan(errorIntervals(worse).rmse[0]);
  });

  test('is not sure about luck', () => {
    const { interval, p } = rmseDifference(errorsFor(300, 0.5), errorsFor(300, 0.5, 2));
    expect(interval[0]).toBeLessThan(0);
    expect(interval[1]).toBeGreaterThan(0);
    expect(p).toBeGreaterThan(0.05);
  });
});
