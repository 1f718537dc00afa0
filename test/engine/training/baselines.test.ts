import { expect, test } from 'vitest';
import { chooseBaselines } from '../../../src/engine/training/baselines';
import { datasetOf } from '../../fixtures/events';

const namesFor = (items: number) => {
  const { models, note } = chooseBaselines(datasetOf([], { users: 1, items }));
  return { names: models.map(({ name }) => name), note };
};

test('EASE stands beside popularity where it is quick', () => {
  expect(namesFor(3706)).toEqual({ names: ['popularity', 'ease'], note: null });
});

test('ItemKNN stands in for it where it is not, and that is said', () => {
  const { names, note } = namesFor(9724);
  expect(names).toEqual(['popularity', 'item-knn']);
  expect(note).toContain('9724 items');
});
