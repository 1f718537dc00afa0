import type { Dataset } from '../data/dataset';
import { foldsOf } from '../data/folds';
import { hashDataset } from '../data/hash';
import type { Holdout } from '../data/holdouts';
import { asPreferences } from '../data/prepare';
import { splitDataset, type Split, type SplitName } from '../data/split';
import {
  bootstrapIntervals,
  correctForSeveral,
  type Difference,
  type Interval,
} from '../evaluation/compare';
import { meansOf } from '../evaluation/accuracy';
import { errorIntervals, errorsByUser, type UserErrors } from '../evaluation/errors';
import { measureDiversity, type Diversity } from '../evaluation/diversity';
import { evaluate, type Evaluation } from '../evaluation/evaluate';
import { differenceBy, worthOf, type Comparable } from '../evaluation/judge';
import { measureOrder, readsOrder, type OrderWorth } from '../evaluation/order';
import { evaluateSampled, type Sampling } from '../evaluation/sampled';
import { measureBy, type Measure } from '../evaluation/slice-measures';
import { sliceNewcomers, sliceTest, type Slicing } from '../evaluation/slices';
import type { Checkpoint } from '../models/checkpoint';
import { judgedBy } from '../models/feedback';
import { completeConfig, type Config, type Headline, type Model } from '../models/model';
import type { Recommender } from '../models/recommender';
import { withRecommender } from '../models/saved';
import { train } from './train';

/** Data made ready for a protocol: what a model learns from, and what judges it. */
export interface Trial {
  /** Every interaction that was kept, with preferences as values: what serves is refitted on this. */
  readonly all: Dataset;
  readonly split: Split;
  /** SHA-256 of the interactions with their parts, hexadecimal. */
  readonly hash: string;
}

export interface Protocol {
  readonly protocol: SplitName | 'auto';
  readonly seed: number;
  /** Interactions rated below are left out; null keeps all. */
  readonly minValue: number | null;
  /** Users and items with fewer interactions are left out, as of what is rated highly enough. */
  readonly kCore?: number | null;
}

/** Leaves out what is rated too low, and splits the rest. @throws DataError */
export async function prepareTrial(dataset: Dataset, options: Protocol): Promise<Trial> {
  const { kept, all, scale } = asPreferences(dataset, options);
  return toTrial(kept, all, splitDataset(all, options.protocol, options.seed, scale));
}

/** The same with each of five folds as the test. @throws DataError */
export async function prepareFolds(
  dataset: Dataset,
  { seed, ...filters }: Omit<Protocol, 'protocol'>,
): Promise<Trial[]> {
  const { kept, all, scale } = asPreferences(dataset, filters);
  return Promise.all(foldsOf(all, { seed, scale }).map((split) => toTrial(kept, all, split)));
}

async function toTrial(kept: Dataset, all: Dataset, split: Split): Promise<Trial> {
  return { all, split, hash: await hashDataset(kept, split.parts) };
}

/** How a recommender did in the test. */
export interface TestResult {
  /** With `diversity@10` among its metrics. */
  readonly evaluation: Evaluation;
  /** How far predicted ratings were off; null of a model that predicts none. */
  readonly errors: UserErrors | null;
  readonly intervals: Readonly<Record<string, Interval>>;
  /** What diversity was measured by. */
  readonly diversityBy: Diversity['by'];
  readonly slices: readonly Slicing[];
  /** What the order of histories is worth, to a model that reads it. */
  readonly order?: OrderWorth;
  /** Size of what was learned. */
  readonly bytes: number;
}

/** … and how many seconds it took to learn. */
export type TimedResult = TestResult & { readonly seconds: number };

/** Reads the test part, once: ranks for each of its users, newcomers on their own. */
export async function testCheckpoint(checkpoint: Checkpoint, split: Split): Promise<TestResult> {
  const tested = await withRecommender(checkpoint, (recommender) => rankTest(recommender, split));
  return { ...tested, bytes: sizeOf(checkpoint) };
}

async function rankTest(
  recommender: Recommender,
  split: Split,
): Promise<Omit<TestResult, 'bytes'>> {
  const measure = (judged: Evaluation, holdouts: readonly Holdout[]): Measure =>
    measureBy(judgedBy(recommender.model), judged, holdouts, split.train);
  const judge = (holdouts: readonly Holdout[]): Promise<Evaluation> =>
    evaluate(recommender, holdouts, split.train, split);
  const [warm, users, items] = [
    await judge(split.test),
    await judge(split.cold.users),
    await judge(split.cold.items),
  ];
  const errors = errorsByUser(warm);
  const isOrdered = readsOrder(recommender.model, recommender.config);
  const { by: diversityBy, metrics } = measureDiversity(warm.rankings, split.train);
  return {
    evaluation: { ...warm, metrics: { ...warm.metrics, ...metrics } },
    errors,
    intervals: intervalsOf({ perUser: warm.perUser, errors }),
    diversityBy,
    ...(isOrdered && { order: await measureOrder(recommender, split.test, split.train, warm) }),
    slices: [
      ...sliceTest(measure(warm, split.test), split.test, split.train),
      sliceNewcomers(measure(users, split.cold.users), measure(items, split.cold.items)),
    ],
  };
}

/** 95 % bootstrap intervals over users, of the errors of ratings too. */
export function intervalsOf({ perUser, errors }: Comparable): TestResult['intervals'] {
  return { ...bootstrapIntervals(perUser), ...(errors && errorIntervals(errors)) };
}

/** Bytes of all weights. */
function sizeOf({ weights }: Checkpoint): number {
  return Object.values(weights).reduce((sum, { values }) => sum + values.byteLength, 0);
}

/**
 * What the same test would say if each item were ranked among 99 drawn ones, as many papers
 * have it: figures that flatter, to be shown as a warning beside those that count.
 */
export async function sampleTest(checkpoint: Checkpoint, { test, seed }: Split) {
  return meansOf(await rankAmong(checkpoint, test, { negatives: 99, seed }));
}

/** `hr@10` and `ndcg@10` of each user, whose held-out item is ranked among a few drawn ones. */
export function rankAmong(
  checkpoint: Checkpoint,
  holdouts: readonly Holdout[],
  sampling: Omit<Sampling, 'k'>,
): Promise<Readonly<Record<string, Float64Array>>> {
  return withRecommender(checkpoint, (recommender) =>
    evaluateSampled(recommender, holdouts, { ...sampling, k: 10 }),
  );
}

/** Fits a model, by default as it comes, and tests it; null when it was stopped. */
export async function testBaseline(
  model: Model,
  split: Split,
  signal: AbortSignal,
  config: Config = completeConfig(model.fields, {}),
): Promise<TimedResult | null> {
  const fit = train(model, split, { config, seed: split.seed, signal, resume: null });
  let step = await fit.next();
  while (!step.done) step = await fit.next();
  const { best, elapsed } = step.value;
  if (signal.aborted || !best) return null;
  return { ...(await testCheckpoint(best, split)), seconds: elapsed };
}

/** A metric of one result less that of each of the others, user by user. */
export function compareResults(
  metric: Headline,
  own: TestResult,
  others: readonly TestResult[],
): Difference[] {
  const comparable = ({ evaluation, errors }: TestResult): Comparable => ({
    perUser: evaluation.perUser,
    errors,
  });
  return correctForSeveral(
    others.map((other) => differenceBy(metric, comparable(own), comparable(other))),
  );
}

/** Which of several results is the best by a metric. */
export function strongestOf(metric: Headline, results: readonly TestResult[]): number {
  const worths = results.map(({ evaluation }) => worthOf(metric, evaluation.metrics));
  return worths.indexOf(Math.max(...worths));
}
