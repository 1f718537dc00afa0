import { expect, test } from 'vitest';
import { describeModels, findModel } from '../../../src/engine/models/registry';

const described = (name: string) => describeModels().find((model) => model.name === name)!;

test('what the parts of a model need is told by the choice', () => {
  const { needs, choiceNeeds } = described('two-stage');
  expect(needs).toEqual([]);
  expect(choiceNeeds['ranker']).toEqual({
    deepfm: [],
    mmoe: ['ratings'],
    sasrec: ['timestamps'],
    din: ['timestamps'],
  });
  expect(choiceNeeds['retriever']).toMatchObject({ ease: [], sasrec: ['timestamps'] });
  expect(described('ease').choiceNeeds).toEqual({});
});

test('a name that is none is answered with those there are', () => {
  expect(() => findModel('eaze')).toThrow(
    'There is no model “eaze”; there are: random, popularity',
  );
});
