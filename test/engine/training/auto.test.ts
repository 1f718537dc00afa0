import { describe, expect, test } from 'vitest';
import { emptyCatalog, type Dataset } from '../../../src/engine/data/dataset';
import { chooseModel } from '../../../src/engine/training/auto';
import { datasetOf, type Event } from '../../fixtures/events';
import { tasteGraph } from '../../fixtures/two-tastes';

interface Likeness {
  readonly items?: number;
  readonly chosen?: number;
  /** The time of what someone chose as their n-th. */
  readonly timeOf?: (step: number) => number;
}

/** Each of so many people chose so many of the items. */
function community(
  users: number,
  { items = 500, chosen = 100, timeOf = (step) => step }: Likeness = {},
): Dataset {
  const events = Array.from({ length: chosen * users }, (_zero, row): Event => {
    const [step, user] = [Math.floor(row / users), row % users];
    return [user, (user + step) % items, timeOf(step)];
  });
  return datasetOf(events, { items });
}

const timeless = (): number => NaN;

test.each<[string, string, Dataset, RegExp]>([
  [
    'sequential-rules',
    'a known order',
    community(600),
    /^60,000 interactions have times, and half of the 600 people chose 100 items/,
  ],
  ['ease', 'no times', community(600, { timeOf: timeless }), /no times .* 60,000 .* 500 items/],
  ['ease', 'one time for all of a history', community(600, { timeOf: () => 7 }), /no times/],
  ['ease', 'short histories', community(20_000, { chosen: 3 }), /20,000 people chose 3 items/],
  ['ease', 'little data', community(20), /^2,000 interactions are too few/],
  ['sequential-rules', 'much data', community(5_100), /^510,000 interactions .* seconds/],
  ['ease', 'many items', community(20, { items: 20_000 }), /20,000 items are too many .* sparse/],
  ['als', 'very many items', community(20, { items: 2_000_000 }), /2,000,000 items .* iALS/],
])('%s suits data with %s, and a sentence says why', (name, _what, dataset, why) => {
  const { model, reason } = chooseModel(dataset);
  expect(model.name).toBe(name);
  expect(reason).toMatch(why);
  expect(reason).toMatch(/^[A-Z0-9][^.]*\.$/);
});

test('a list from elsewhere calls for a model of the whole history, though there is an order', () => {
  const { model, reason } = chooseModel(community(600), { forList: true });
  expect(model.name).toBe('ease');
  expect(reason).toMatch(/^The order .* list from elsewhere, and 500 items are few enough/);
});

test('a median between whole numbers is told in whole numbers', () => {
  const events = Array.from({ length: 7 * 100 }, (_zero, row): Event => [row % 200, row, row]);
  expect(chooseModel(datasetOf(events)).reason).toMatch(/^Half of the 200 people chose 3 items or/);
});

describe('what the model does without', () => {
  const plain = community(20);
  const { length } = plain.itemOf;
  const rich: Dataset = {
    ...plain,
    values: Float32Array.from({ length }, (_zero, i) => 1 + (i % 5)),
    people: [{ name: 'age', values: ['20'], cells: new Int32Array(20) }],
    catalog: { ...emptyCatalog(500), genres: Array.from({ length: 500 }, () => ['Drama']) },
    graph: tasteGraph(500),
    friends: { from: Int32Array.of(0), to: Int32Array.of(1) },
  };

  test('is named', () => {
    expect(chooseModel(plain).facts.unused).toEqual([]);
    expect(chooseModel(plain).reason).not.toContain('without');
    const { facts, reason } = chooseModel(rich);
    expect(facts.unused).toEqual(['ratings', 'items', 'people', 'graph', 'friends']);
    expect(reason).toMatch(/; it does without the height of ratings, .* and who knows whom\.$/);
  });

  test('does not change the choice', () => {
    expect(chooseModel(rich).model).toBe(chooseModel(plain).model);
  });
});
