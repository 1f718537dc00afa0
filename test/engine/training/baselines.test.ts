import { expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/data/dataset';
import { ease } from '../../../src/engine/models/classical/ease';
import { findModel } from '../../../src/engine/models/registry';
import { chooseBaselines, isEaseAffordable } from '../../../src/engine/training/baselines';
import { datasetOf } from '../../fixtures/events';

const catalogueOf = (items: number) => datasetOf([], { users: 1, items });
const namesFor = (model: string, train: Dataset) => {
  const { models, standIn } = chooseBaselines(findModel(model), train);
  return { names: models.map(({ name }) => name), standIn };
};

test.each([3_706, 9_724, 30_000])(
  'popularity, neighbours and EASE stand beside a ranking of %d',
  (items) => {
    const names = ['popularity', 'item-knn', 'ease'];
    expect(namesFor('mult-vae', catalogueOf(items))).toEqual({ names, standIn: false });
  },
);

test('what reads the order of choices is seen beside what counts it', () => {
  const names = ['popularity', 'item-knn', 'ease', 'sequential-rules'];
  expect(namesFor('sasrec', catalogueOf(100)).names).toEqual(names);
});

test('neighbours stand in for EASE where not even its sparse form fits, and that is said', () => {
  const train = catalogueOf(700_000);
  const most = { names: ['popularity', 'item-knn'], standIn: true };
  expect(namesFor('mult-vae', train)).toEqual(most);
  expect(isEaseAffordable(train)).toBe(false);
});

test('means of items and people stand beside what is judged by ratings', () => {
  expect(namesFor('biased-mf', catalogueOf(100))).toEqual({ names: ['bias'], standIn: false });
  expect(namesFor('mmoe', catalogueOf(100)).names).toContain(ease.name);
});
