import { beforeAll, expect, test } from 'vitest';
import { formulas } from '../../../src/engine/evaluation/formulas';
import { splitDataset } from '../../../src/engine/data/split';
import { popularity } from '../../../src/engine/models/classical/popularity';
import { testBaseline } from '../../../src/engine/training/trial';
import { start } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

beforeAll(async () => void (await start('cpu')));

test('everything that a test reports has its formula', async () => {
  const split = splitDataset(twoTastes(), 'leave-one-out', 1);
  const result = await testBaseline(popularity, split, new AbortController().signal);
  const reported = [...Object.keys(result!.evaluation.metrics), 'rmse', 'mae'];
  expect(Object.keys(formulas)).toEqual(
    expect.arrayContaining(reported.map((metric) => metric.split('@')[0])),
  );
  expect(reported).toContain('diversity@10');
});
