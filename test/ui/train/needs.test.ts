import { expect, test } from 'vitest';
import type { DatasetInfo, ModelInfo } from '../../../src/api';
import { initialState } from '../../../src/client/state';
import { lackOf, unmetNeed } from '../../../src/ui/train/needs';
import { fakeModels } from '../../fixtures/fake-catalogue';
import { datasetInfo } from '../../fixtures/stored';

const side = { people: ['age'], items: ['genres'], context: [], triples: 5, friends: 0 };
const full: DatasetInfo = { ...datasetInfo('d'), period: [0, 1], side };

test.each<[ModelInfo['needs'][number], DatasetInfo]>([
  ['timestamps', { ...full, period: null }],
  ['ratings', { ...full, valueRange: [1, 1] }],
  ['itemFeatures', { ...full, side: { ...side, items: ['year'] } }],
  ['userFeatures', { ...full, side: { ...side, people: [] } }],
  ['itemGraph', { ...full, side: { ...side, triples: 0 } }],
  ['itemGraph', JSON.parse(JSON.stringify({ ...full, side: undefined })) as DatasetInfo],
])('%s may be lacking', (need, lacking) => {
  const model: ModelInfo = { ...fakeModels[0], needs: [need] };
  expect(unmetNeed(model, {}, full)).toBe(null);
  expect(unmetNeed(model, {}, lacking)).toBe(need);
});

test('a model that needs nothing lacks nothing', () => {
  expect(unmetNeed({ ...fakeModels[0], needs: [] }, {}, datasetInfo('a'))).toBe(null);
});

test('what is chosen for a part of it may need more', () => {
  const choiceNeeds = { ranker: { quick: [], deep: ['ratings'] } } as const;
  const model: ModelInfo = { ...fakeModels[0], needs: [], choiceNeeds };
  const unrated = { ...full, valueRange: [1, 1] as const };
  const lackedBy = (ranker: string) => unmetNeed(model, { ranker }, unrated);
  expect(['quick', 'deep'].map(lackedBy)).toEqual([null, 'ratings']);
  expect(unmetNeed(model, { ranker: 'deep' }, full)).toBe(null);
});

test('what the form asks for is what may be lacking; a model that suits the data lacks nothing', () => {
  const models: ModelInfo[] = [{ ...fakeModels[0], needs: ['timestamps'] }];
  const draft = { ...initialState.draft, model: models[0].name };
  const dataset = { ...full, period: null };
  expect(lackOf({ models, dataset, draft })).toBe('timestamps');
  expect(lackOf({ models, dataset: full, draft })).toBe(null);
  expect(lackOf({ models, dataset: null, draft })).toBe(null);
  expect(lackOf({ models, dataset, draft: initialState.draft })).toBe(null);
});
