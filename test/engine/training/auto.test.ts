import { expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/data/dataset';
import { chooseModel } from '../../../src/engine/training/auto';
import { datasetOf, type Event } from '../../fixtures/events';

/** Everyone chose ten of so many items. */
function community(users: number, { items = 50, timed = true } = {}): Dataset {
  const events = Array.from({ length: 10 * users }, (_zero, row): Event => {
    const [step, user] = [Math.floor(row / users), row % users];
    const item = (user + step) % items;
    return timed ? [user, item, row] : [user, item];
  });
  return datasetOf(events, { items });
}

test.each<[string, Dataset, RegExp]>([
  ['item-knn', community(20), /200 interactions/],
  ['sasrec', community(600), /order/],
  ['ease', community(600, { timed: false }), /50 items/],
  ['bpr-mf', community(600, { timed: false, items: 20_000 }), /20000 items/],
])('%s suits such data, and a sentence says why', (name, dataset, why) => {
  const { model, reason } = chooseModel(dataset);
  expect(model.name).toBe(name);
  expect(reason).toMatch(why);
  expect(reason).toMatch(/^[A-Z0-9].*\.$/);
});
