import { describe, expect, test } from 'vitest';
import { bprMf } from '../../../src/engine/models/factorization/bpr-mf';
import { isRating, queryFor, toFeedback } from '../../../src/engine/models/feedback';
import type { Model } from '../../../src/engine/models/model';
import { datasetOf, type Event } from '../../fixtures/events';
import { stranger } from '../../fixtures/learning';

const rater: Model = { ...bprMf, title: 'Rater', needs: ['ratings'] };
const events: readonly Event[] = [
  [0, 0, 1, -1],
  [0, 1, 2, 0.5],
];
const rated = datasetOf(events);

describe('what a model learns from', () => {
  test('is choices that count 1 each, unless it needs ratings', () => {
    expect([isRating(bprMf), isRating(rater)]).toEqual([false, true]);
    expect(Array.from(toFeedback(bprMf, rated, {}).values)).toEqual([1, 1]);
    expect(Array.from(toFeedback(rater, rated, {}).values)).toEqual([-1, 0.5]);
  });

  test('must be ratings that differ, where it needs them', () => {
    const alike = datasetOf([[0, 0, 1, 1]]);
    expect(() => toFeedback(rater, alike, {})).toThrow(/^Rater learns from ratings/);
    expect(() => toFeedback(bprMf, alike, {})).not.toThrow();
  });

  test('is decided by its configuration, where that decides what it needs', () => {
    const mixed: Model = {
      ...bprMf,
      needsFor: ({ ranker }) => (ranker === 'mmoe' ? ['ratings'] : []),
    };
    expect(Array.from(toFeedback(mixed, rated, { ranker: 'mmoe' }).values)).toEqual([-1, 0.5]);
    expect(Array.from(toFeedback(mixed, rated, { ranker: 'deepfm' }).values)).toEqual([1, 1]);
    expect(isRating(mixed)).toBe(false);
  });

  test('is what its queries say when it is judged', () => {
    const query = stranger(4, 2);
    const graded = { ...query, history: { ...query.history, values: Float32Array.of(-1, 0.5) } };
    expect(Array.from(queryFor(bprMf, graded, {}).history.values)).toEqual([1, 1]);
    expect(queryFor(rater, graded, {})).toBe(graded);
  });
});
