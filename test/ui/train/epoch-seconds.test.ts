import { expect, test } from 'vitest';
import { epochSeconds } from '../../../src/ui/train/epoch-seconds';

test('each epoch took what lies between its report and the one before', () => {
  const epochs = [{ seconds: 9 }, { seconds: 17.5 }, { seconds: 24 }];
  expect(epochSeconds(epochs)).toEqual([9, 8.5, 6.5]);
});
