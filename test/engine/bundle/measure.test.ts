import { beforeAll, expect, test } from 'vitest';
import { measureLoss } from '../../../src/engine/bundle/measure';
import { splitDataset } from '../../../src/engine/data/split';
import { learnShop, shop } from '../../fixtures/bundle';
import { start } from '../../fixtures/learning';

beforeAll(() => start('cpu'));

test('int8 loses next to nothing, measured by the validation part alone', async () => {
  const whole = splitDataset(shop(), 'random', 3);
  const checkpoint = await learnShop(whole.train);
  const split = {
    ...whole,
    get test(): never {
      throw new Error('The test part was read.');
    },
  };
  const measured = await measureLoss(checkpoint, split, 'train');
  expect(measured).toMatchObject({
    ...{ metric: 'ndcg@10', part: 'validation', protocol: 'random', seed: 3 },
    ...{ learnedFrom: 'train', users: whole.validation.length },
  });
  expect(measured.float32).toBeGreaterThan(0.1);
  expect(Math.abs(measured.loss)).toBeLessThan(0.02);
  expect(measured.loss).toBeCloseTo(measured.float32 - measured.int8, 12);
});
