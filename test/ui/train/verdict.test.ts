import { expect, test } from 'vitest';
import { verdictOf } from '../../../src/ui/train/verdict';

test.each([
  [0.001, 0.01, 'better'],
  [-0.001, 0.01, 'unclear'],
  [0, 0.01, 'unclear'],
  [-0.02, -0.01, 'worse'],
] as const)('%d to %d is %s', (low, high, verdict) => {
  expect(verdictOf([low, high])).toBe(verdict);
});
