import { formulas, tieRule } from '../engine/evaluation/formulas';

/** `metrics`: what every metric is, and how ties are broken. */
export async function metricsCommand(): Promise<unknown> {
  return { ties: tieRule, formulas };
}
