import type { ColdStage } from '../../api';

/**
 * After how few interactions a model is better than popularity, and stays so, by more than luck
 * in the choice of people; null where it never is.
 */
export function firstLead(stages: readonly ColdStage[]): number | null {
  const last = stages.findLastIndex(({ lead }) => !(lead.interval[0] > 0 && lead.p < 0.05));
  return stages[last + 1]?.known ?? null;
}
