import { describe, expect, test } from 'vitest';
import { auc, calibration, gauc, logLoss } from '../../../src/engine/evaluation/clicks';
import { goldenEvaluation } from '../../fixtures/golden-evaluation';

const { clicks: golden } = goldenEvaluation;
const predicted = Float64Array.from(golden.predicted);
const clicked = Uint8Array.from(golden.clicked);
const userOf = Int32Array.from(golden.userOf);

test('all agree with an independent calculation', () => {
  expect(auc(predicted, clicked)).toBeCloseTo(golden.auc, 12);
  expect(gauc(predicted, clicked, userOf)).toBeCloseTo(golden.gauc, 12);
  expect(logLoss(predicted, clicked)).toBeCloseTo(golden.logLoss, 12);
  expect(calibration(predicted, clicked).error).toBeCloseTo(golden.error, 12);
  expect(calibration(predicted, clicked).ratio).toBeCloseTo(golden.ratio, 12);
});

describe('AUC', () => {
  const three = Uint8Array.of(1, 0, 1);

  test.each([
    [1, [0.9, 0.1, 0.8]],
    [0, [0.1, 0.9, 0.2]],
    [1 / 2, [0.9, 0.5, 0.2]],
    [1 / 2, [0.3, 0.3, 0.3]], // all tied: a coin
    [3 / 4, [0.9, 0.3, 0.3]],
  ])('is %f of scores %j', (value, scores) => {
    expect(auc(Float64Array.from(scores), three)).toBe(value);
  });

  test('has no value without both clicks and non-clicks', () => {
    expect(auc(Float64Array.of(0.1, 0.2), Uint8Array.of(1, 1))).toBeNaN();
    expect(auc(Float64Array.of(0.1, 0.2), Uint8Array.of(0, 0))).toBeNaN();
  });

  test('within users does not see how users differ', () => {
    // User 1 clicks everything scored high; within each user the order is wrong.
    const [scores, clicks] = [Float64Array.of(0.1, 0.2, 0.8, 0.9), Uint8Array.of(1, 0, 1, 0)];
    expect(gauc(scores, clicks, Int32Array.of(0, 0, 1, 1))).toBe(0);
    expect(auc(scores, clicks)).toBe(1 / 4);
  });
});

describe('log loss', () => {
  test('of a coin is ln 2, of certainty that is right 0, and that is wrong large but finite', () => {
    expect(logLoss(Float64Array.of(0.5, 0.5), Uint8Array.of(1, 0))).toBeCloseTo(Math.LN2, 12);
    expect(logLoss(Float64Array.of(1, 0), Uint8Array.of(1, 0))).toBeCloseTo(0, 6);
    expect(logLoss(Float64Array.of(0), Uint8Array.of(1))).toBeCloseTo(-Math.log(1e-7), 12);
  });
});

describe('calibration', () => {
  test('is perfect where shares are as predicted', () => {
    const found = calibration(
      Float64Array.of(0.25, 0.25, 0.25, 0.25, 1),
      Uint8Array.of(1, 0, 0, 0, 1),
    );
    expect(found).toEqual({
      bins: [
        { n: 4, predicted: 0.25, observed: 0.25 },
        { n: 1, predicted: 1, observed: 1 },
      ],
      error: 0,
      ratio: 1,
    });
  });

  test('tells of promises that are not kept', () => {
    const found = calibration(Float64Array.of(0.8, 0.8), Uint8Array.of(1, 0));
    expect(found.error).toBeCloseTo(0.3, 12);
    expect(found.ratio).toBeCloseTo(1.6, 12);
  });

  test('has no ratio without clicks', () => {
    expect(calibration(Float64Array.of(0.2), Uint8Array.of(0)).ratio).toBeNaN();
  });
});
