import { expect, test } from 'vitest';
import { ease } from '../../src/engine/models/classical/ease';
import { kgcn } from '../../src/engine/models/graph/kgcn';
import { rivalsOf } from '../../src/headless/rivals';
import { cycle } from '../fixtures/cycle';

const train = cycle();
const namesOf = (...names: string[]) => rivalsOf(names, ease, train).map(({ name }) => name);

test('the baselines are named once each, without the chosen model', () => {
  expect(namesOf('baselines', 'popularity', 'ease')).toEqual(['popularity', 'item-knn']);
});

test('a rival may have fields of its own, even the chosen model', () => {
  const [given, shuffled] = rivalsOf(['ease:l2=500', 'kgcn:graph=shuffled,facts=4'], ease, train);
  expect(given).toMatchObject({ name: 'ease:l2=500', model: ease, config: { l2: 500 } });
  expect(shuffled).toMatchObject({ model: kgcn, config: { graph: 'shuffled', facts: 4 } });
});

test('what cannot be read is refused with its place', () => {
  expect(() => namesOf('kgcn:graph')).toThrow('“kgcn:graph” should be like kgcn:graph=shuffled');
  expect(() => namesOf('kgcn:graf=shuffled')).toThrow('There is no field “graf”');
  expect(() => namesOf('kgnc')).toThrow('There is no');
});
