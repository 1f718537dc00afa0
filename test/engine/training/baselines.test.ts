import { expect, test } from 'vitest';
import { chooseBaselines } from '../../../src/engine/training/baselines';
import { datasetOf } from '../../fixtures/events';

const namesFor = (items: number) => {
  const { models, standIn } = chooseBaselines(datasetOf([], { users: 1, items }));
  return { names: models.map(({ name }) => name), standIn };
};

test('EASE stands beside popularity where it is quick', () => {
  expect(namesFor(3706)).toEqual({ names: ['popularity', 'ease'], standIn: false });
});

test('ItemKNN stands in for it where it is not, and that is said', () => {
  expect(namesFor(9724)).toEqual({ names: ['popularity', 'item-knn'], standIn: true });
});
