import { describe, expect, test } from 'vitest';
import { plainHistory, type Dataset } from '../../../src/engine/data/dataset';
import { mean, measureAccuracy, meansOf } from '../../../src/engine/evaluation/accuracy';
import { measureBeyond } from '../../../src/engine/evaluation/beyond';
import { measureDiversity } from '../../../src/engine/evaluation/diversity';
import { itemCounts } from '../../../src/engine/data/dataset';
import { datasetOf, type Event } from '../../fixtures/events';
import { goldenEvaluation } from '../../fixtures/golden-evaluation';

const { chosen, scores, relevant, genres, perUser, values } = goldenEvaluation.rankings;
const plain = datasetOf(
  chosen.flatMap((row, user) =>
    row.flatMap((one, item): Event[] => (one === 1 ? [[user, item]] : [])),
  ),
  { users: chosen.length, items: chosen[0].length },
);
const train: Dataset = {
  ...plain,
  catalog: { ...plain.catalog, genres: genres.map((own) => own.map(String)) },
};
/** The catalogue by score, less what was chosen. */
const rankings = scores.map((row, user) =>
  Int32Array.from(row.keys())
    .filter((item) => chosen[user][item] === 0)
    .sort((a, b) => row[b] - row[a]),
);
const holdouts = relevant.map((items, user) => ({
  user,
  query: { user, history: plainHistory([]), features: null },
  relevant: new Map(items.map((item) => [item, 1])),
}));

describe('an independent calculation', () => {
  const found = measureAccuracy(rankings, holdouts, train);

  test.each(Object.keys(perUser))('gives the same %s to every user', (name) => {
    perUser[name].forEach((value, user) => expect(found[name][user]).toBeCloseTo(value, 10));
    expect(meansOf(found)[name]).toBeCloseTo(mean(Float64Array.from(perUser[name])), 10);
  });

  test.each([5, 10, 20])('finds the same beyond accuracy at %i', (k) => {
    const beyond = measureBeyond(
      rankings.map((ranking) => ranking.subarray(0, k)),
      itemCounts(train),
      chosen.length,
    );
    for (const [name, value] of Object.entries(beyond)) {
      expect(value).toBeCloseTo(values[`${name}@${k}`], 10);
    }
    const byGenres = measureDiversity(rankings, train).metrics[`diversity@${k}`];
    expect(byGenres).toBeCloseTo(values[`diversity@${k}`], 10);
    const byChoice = measureDiversity(rankings, plain).metrics[`diversity@${k}`];
    expect(byChoice).toBeCloseTo(values[`co-diversity@${k}`], 10);
  });

  test('covers every metric there is', () => {
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(perUser).toSorted());
  });
});
