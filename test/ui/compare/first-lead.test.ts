import { expect, test } from 'vitest';
import type { ColdStage } from '../../../src/api';
import { firstLead } from '../../../src/ui/compare/first-lead';

const stage = (known: number, low: number, p = 0.01): ColdStage => {
  const estimate = { mean: 0.1, interval: [0.05, 0.15] as const };
  const lead = { mean: low + 0.1, interval: [low, low + 0.2] as const, p };
  return { known, popularity: estimate, foldIn: estimate, lead };
};

test.each([
  ['from the first on', [stage(0, 0.1), stage(1, 0.1)], 0],
  ['once it leads for good', [stage(0, 0.1), stage(1, -0.1), stage(2, 0.1), stage(3, 0.1)], 2],
  ['never where the last is unsure', [stage(0, 0.1), stage(1, -0.1)], null],
  ['never by luck alone', [stage(0, 0.1, 0.2)], null],
])('a model leads %s', (_when, stages, known) => {
  expect(firstLead(stages)).toBe(known);
});
