import { pairedDifferences } from '../engine/evaluation/compare';
import { headline } from '../engine/evaluation/judge';
import { poolByUser, spreadOver } from '../engine/evaluation/runs';
import type { Model } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { chooseBaselines } from '../engine/training/baselines';
import { testBaseline, type TestResult, type Trial } from '../engine/training/trial';
import { countTestRead } from './test-reads';

/** A result, and the split it is of. */
type Tested = TestResult & { readonly trial: Trial };

/** The mean over runs of each metric, its deviation, and each user's own mean. */
export function summarize(runs: readonly Tested[]) {
  const perUser = poolByUser(
    runs.map(({ trial, evaluation }) => ({
      holdouts: trial.split.test,
      perUser: evaluation.perUser,
    })),
  );
  return { perUser, ...spreadOver(runs.map(({ evaluation }) => evaluation.metrics)) };
}

/**
 * Other models with their defaults on the same splits, and NDCG@10 less theirs; `against`
 * is the strongest of the classical ones. `baselines` stands for those the page shows.
 */
export async function compareWith(names: readonly string[], own: Model, runs: readonly Tested[]) {
  const others = modelsOf(names, runs[0].trial).filter(({ name }) => name !== own.name);
  const summaries: ReturnType<typeof summarize>[] = [];
  for (const other of others) summaries.push(summarize(await testOn(other, runs)));
  const differences = pairedDifferences(
    summarize(runs).perUser[headline],
    summaries.map(({ perUser }) => perUser[headline]),
  );
  const compared = others.map(({ name, family }, i) => ({
    name,
    isSimple: family === 'classical',
    metrics: summaries[i].means,
    difference: { [headline]: differences[i] },
  }));
  const strongest = compared
    .filter(({ isSimple }) => isSimple)
    .toSorted((a, b) => b.metrics[headline] - a.metrics[headline])
    .at(0);
  return {
    compared: Object.fromEntries(
      compared.map(({ name, metrics, difference }) => [name, { metrics, difference }]),
    ),
    against: strongest ? { baseline: strongest.name, ...strongest.difference[headline] } : null,
  };
}

function modelsOf(names: readonly string[], { split }: Trial): Model[] {
  const models = names.flatMap((name) =>
    name === 'baselines' ? chooseBaselines(split.train).models : [findModel(name)],
  );
  return [...new Set(models)];
}

async function testOn(model: Model, runs: readonly Tested[]): Promise<Tested[]> {
  const { signal } = new AbortController();
  const results: Tested[] = [];
  for (const { trial } of runs) {
    await countTestRead(trial.hash, model.name);
    results.push({ ...(await testBaseline(model, trial.split, signal))!, trial });
  }
  return results;
}
