import { describe, expect, test } from 'vitest';
import { blamedField, configOf, draftFor, requestOf } from '../../src/client/draft';
import { fakeModels } from '../fixtures/fake-catalogue';

const model = fakeModels.find(({ name }) => name === 'bpr-mf')!;

test('a form begins at the defaults and keeps the split', () => {
  const before = { ...draftFor(model), split: 'random', seed: '7' } as const;
  const draft = draftFor(fakeModels[1], before);
  expect(draft.values).toEqual({ l2: '250' });
  expect(draft.split).toBe('random');
  expect(draft.seed).toBe('7');
});

describe('config', () => {
  test('is numbers and choices', () => {
    const { values } = draftFor(model);
    expect(configOf(model.fields, { ...values, dim: '64', feedback: 'binary' })).toEqual({
      dim: 64,
      epochs: 30,
      batchSize: 1024,
      learningRate: 0.02,
      feedback: 'binary',
    });
  });

  test.each(['', ' ', 'many'])('leaves “%s” for the engine to refuse', (text) => {
    expect(configOf(model.fields, { dim: text }).dim).toBeNaN();
  });

  test('reads numbers written with an exponent', () => {
    expect(configOf(model.fields, { learningRate: '1e-3' }).learningRate).toBe(0.001);
  });
});

test('of auto there is nothing to set', () => {
  const draft = draftFor(undefined, { ...draftFor(model), seed: '7' });
  expect(draft.values).toEqual({});
  expect(requestOf(draft, undefined, 'd')).toMatchObject({ model: 'auto', config: {}, seed: 7 });
});

test('an empty lowest rating keeps all', () => {
  const draft = draftFor(model);
  expect(requestOf(draft, model, 'd').minValue).toBeNull();
  expect(requestOf({ ...draft, minValue: '3.5' }, model, 'd').minValue).toBe(3.5);
});

test('finds the field that an error names', () => {
  expect(blamedField('“dim” must be a whole number from 2 to 256.')).toBe('dim');
  expect(blamedField('Something else.')).toBeNull();
});
