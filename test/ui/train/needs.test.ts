import { describe, expect, test } from 'vitest';
import { unmetNeed } from '../../../src/ui/train/needs';
import { fakeModels } from '../../fixtures/fake-catalogue';
import { datasetInfo } from '../../fixtures/stored';

const modelThat = (...needs: (typeof fakeModels)[number]['needs']) => ({ ...fakeModels[0], needs });

describe('what a dataset lacks for a model', () => {
  test.each([
    ['timestamps', { period: [1, 2] }, { period: null }],
    ['ratings', { valueRange: [1, 5] }, { valueRange: [1, 1] }],
    ['itemFeatures', { hasItemFeatures: true }, { hasItemFeatures: false }],
  ] as const)('%s', (need, present, absent) => {
    expect(unmetNeed(modelThat(need), { ...datasetInfo('a'), ...present })).toBeNull();
    expect(unmetNeed(modelThat(need), { ...datasetInfo('a'), ...absent })).toBe(need);
  });

  test('item features, where a record is from before they were noted', () => {
    expect(unmetNeed(modelThat('itemFeatures'), datasetInfo('a'))).toBe('itemFeatures');
  });

  test('nothing, for a model that needs nothing', () => {
    expect(unmetNeed(modelThat(), datasetInfo('a'))).toBeNull();
  });
});
