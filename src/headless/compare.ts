import { correctForSeveral, type Difference } from '../engine/evaluation/compare';
import { differenceBy, metricBetween, worthOf, type Comparable } from '../engine/evaluation/judge';
import { poolByUser, poolErrors, spreadOver } from '../engine/evaluation/runs';
import { judgedBy } from '../engine/models/feedback';
import type { Headline, Model } from '../engine/models/model';
import { testBaseline, type TestResult, type Trial } from '../engine/training/trial';
import { rivalsOf, type Rival } from './rivals';
import { countTestRead } from './test-reads';

/** A result, and the split it is of. */
type Tested = TestResult & { readonly trial: Trial };

/** The mean over runs of each metric, its deviation, and what each user found in all of them. */
export function summarize(runs: readonly Tested[]) {
  const pooled: Comparable = {
    perUser: poolByUser(runs.map((run) => ofUsers(run, run.evaluation.perUser))),
    errors: runs[0].errors && poolErrors(runs.map((run) => ofUsers(run, run.errors!))),
  };
  return { pooled, ...spreadOver(runs.map(({ evaluation }) => evaluation.metrics)) };
}

function ofUsers<Columns>({ trial }: Tested, perUser: Columns) {
  return { holdouts: trial.split.test, perUser };
}

/** Another model on the same splits, and how far the own one is from it. */
interface Other extends Rival {
  readonly metrics: Readonly<Record<string, number>>;
  /** What the two are compared by; null where they have nothing in common. */
  readonly metric: Headline | null;
  readonly difference: Difference | null;
}

/**
 * Other models on the same splits, and a metric less theirs: NDCG@10, or RMSE of models that
 * predict ratings, where below 0 is better. `against` is the strongest of the classical ones.
 */
export async function compareWith(names: readonly string[], own: Model, runs: readonly Tested[]) {
  const ours = summarize(runs).pooled;
  const others: Other[] = [];
  for (const rival of rivalsOf(names, own, runs[0].trial.split.train)) {
    const { pooled, means: metrics } = summarize(await testOn(rival, runs));
    const metric = metricBetween(own, rival.model);
    const difference = metric && differenceBy(metric, ours, pooled);
    others.push({ ...rival, metrics, metric, difference });
  }
  const compared = corrected(others);
  const named = compared.map(
    ({ name, metrics, metric, difference }) =>
      [name, { metrics, difference: metric ? { [metric]: difference } : {} }] as const,
  );
  return { compared: Object.fromEntries(named), against: strongestOf(compared, own) };
}

/** With p values corrected for the number of comparisons. */
function corrected(others: readonly Other[]): Other[] {
  const differences = others.flatMap(({ difference }) => difference ?? []);
  const rest = correctForSeveral(differences).values();
  return others.map((other) =>
    other.difference ? { ...other, difference: rest.next().value! } : other,
  );
}

/** The best of the classical ones by what the own model is judged by, or null of none. */
function strongestOf(others: readonly Other[], own: Model) {
  const metric = judgedBy(own);
  const [best] = others
    .filter(({ model, ...other }) => model.family === 'classical' && other.metric === metric)
    .toSorted((a, b) => worthOf(metric, b.metrics) - worthOf(metric, a.metrics));
  return best ? { baseline: best.name, metric, ...best.difference! } : null;
}

async function testOn({ model, config }: Rival, runs: readonly Tested[]): Promise<Tested[]> {
  const { signal } = new AbortController();
  const results: Tested[] = [];
  for (const { trial } of runs) {
    await countTestRead(trial.hash, model.name);
    results.push({ ...(await testBaseline(model, trial.split, signal, config))!, trial });
  }
  return results;
}
