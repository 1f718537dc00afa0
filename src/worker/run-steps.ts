import type { Device, RecommenderInfo, RunProgress, Scorecard } from '../api';
import type { Dataset } from '../engine/data/dataset';
import { encodeCheckpoint, withFacts, type Checkpoint } from '../engine/models/checkpoint';
import { completeConfig, type Config, type Model } from '../engine/models/model';
import { scoreOf } from '../engine/evaluation/judge';
import { judgedBy } from '../engine/models/feedback';
import { findModel } from '../engine/models/registry';
import { chooseBaselines } from '../engine/training/baselines';
import { dataToServe } from '../engine/training/data-to-serve';
import {
  refit,
  toCheckpoint,
  train,
  type TrainingProgress,
  type TrainingResult,
} from '../engine/training/train';
import { decodeTraining, type TrainingCheckpoint } from '../engine/training/training-checkpoint';
import {
  compareResults,
  prepareTrial,
  sampleTest,
  strongestOf,
  testBaseline,
  testCheckpoint,
  type TestResult,
  type TimedResult,
  type Trial,
} from '../engine/training/trial';
import { saveRecommender } from '../storage/recommenders';
import { loadCheckpoints } from '../storage/runs';
import { countTestRead } from '../storage/test-reads';
import { firstReadable, type Library } from './library';
import type { Gate } from './gate';
import type { RunLog } from './run-log';

export interface RunSetting {
  readonly library: Library;
  /** Results of baselines, by split and model: each is computed once. */
  readonly baselines: Map<string, TimedResult>;
  readonly onProgress: (progress: RunProgress) => void;
  /** Puts another device in the place of one that was lost, for the first time or again. */
  readonly replace: (losses: number) => Promise<Device>;
}

/** Drives a fit of so many epochs to its end. */
export type Drive = <T>(fit: AsyncGenerator<TrainingProgress, T>, epochs: number) => Promise<T>;

/** What the steps of a run have in common. */
export interface Task {
  readonly model: Model;
  readonly config: Config;
  /** As imported, with its ratings. */
  readonly dataset: Dataset;
  readonly trial: Trial;
  readonly resume: TrainingCheckpoint | null;
  readonly log: RunLog;
  readonly setting: RunSetting;
  readonly steering: Steering;
}

/** What the page has to say in a run. */
export interface Steering {
  readonly drive: Drive;
  /** Closed while the run is paused. */
  readonly gate: Pick<Gate, 'passed'>;
}

/** @throws ConfigError, DataError, NotFoundError */
export async function prepareTask(
  log: RunLog,
  setting: RunSetting,
  steering: Steering,
): Promise<Task> {
  log.enter('preparing');
  const { request } = log.info;
  const model = findModel(request.model);
  const config = completeConfig(model.fields, request.config);
  const dataset = await setting.library.dataset(request.dataset);
  const { split: protocol, seed, minValue, kCore = null } = request;
  const trial = await prepareTrial(dataset, { protocol, seed, minValue, kCore });
  const notes = log.info.notes.filter((note) => note === 'device-replaced');
  log.update({ split: { protocol: trial.split.protocol, hash: trial.hash }, notes });
  await log.save();
  const files = await loadCheckpoints(log.info.id);
  const resume = files.length === 0 ? null : await firstReadable(files, decodeTraining);
  return { model, config, dataset, trial, resume, log, setting, steering };
}

/** Learns from train; or remembers what was learned, where the run was cut off after that. */
export async function learn(task: Task, signal: AbortSignal): Promise<TrainingResult> {
  const { model, config, trial, resume, log, steering } = task;
  if (resume?.phase === 'refit' && resume.best) {
    const { best, elapsed } = resume;
    const checkpoint = toCheckpoint(model, config, trial.split.train, best);
    const reports = log.info.epochs;
    return { best: checkpoint, bestEpoch: best.epoch, diverged: null, reports, elapsed };
  }
  log.enter('fitting');
  const { seed } = log.info.request;
  const epochs = typeof config.epochs === 'number' ? config.epochs : 1;
  return steering.drive(train(model, trial.split, { config, seed, signal, resume }), epochs);
}

/** Reads the test part, after validation has chosen, and shows how the best epoch did. */
export async function testOwn(
  { model, trial, log }: Task,
  { best, elapsed }: TrainingResult,
): Promise<TestResult> {
  log.enter('testing');
  await log.save();
  const testReads = await countTestRead(trial.hash);
  const result = await testCheckpoint(best!, trial.split);
  const sampled = await sampleTest(best!, trial.split);
  const card = toScorecard(model, { ...result, seconds: elapsed }, trial);
  const scorecards = [{ ...card, sampled }];
  log.update({ testReads, scorecards });
  await log.save();
  return result;
}

/** Fits the chosen configuration to everything; null when it was stopped. */
export function refitOnAll(
  { model, config, trial, resume, log, steering }: Task,
  { best, bestEpoch: epochs, reports }: TrainingResult,
  signal: AbortSignal,
): Promise<Checkpoint | null> {
  log.enter('refitting');
  const score = scoreOf(model, reports[epochs - 1].validation);
  const chosen = { epoch: epochs, score, weights: best!.weights };
  const from = resume?.phase === 'refit' ? resume : null;
  const { seed } = log.info.request;
  const options = { config, seed, signal, resume: from, epochs, best: chosen };
  return steering.drive(refit(model, dataToServe(model, trial.all), options), epochs);
}

/** Stores what serves: what was refitted, or else the best epoch on train alone. */
export async function keep(
  { model, config, log, dataset }: Task,
  { best, bestEpoch }: TrainingResult,
  refitted: Checkpoint | null,
): Promise<void> {
  log.enter('saving');
  if (!refitted) log.update({ notes: [...log.info.notes, 'serves-from-train'] });
  const serving = refitted
    ? withFacts(refitted, dataToServe(model, dataset))
    : withFacts(best!, dataset);
  const file = await encodeCheckpoint(serving);
  const info: RecommenderInfo = {
    id: log.info.id,
    name: model.title,
    model: model.name,
    title: model.title,
    dataset: log.info.request.dataset,
    config,
    items: serving.items.length,
    refitted: refitted !== null,
    epochs: bestEpoch,
    bytes: file.size,
    createdAt: Date.now(),
  };
  await saveRecommender(info, file);
  log.update({ recommender: info.id });
  await log.save();
}

/** Simple models on the same split, each shown as it arrives, until it is stopped; then the difference to the best. */
export async function bringBaselines(
  { model, trial, log, setting, steering }: Task,
  own: TestResult,
  signal: AbortSignal,
): Promise<void> {
  const { models, standIn } = chooseBaselines(model, trial.split.train);
  if (standIn) log.update({ notes: [...log.info.notes, 'item-knn-for-ease'] });
  const others = models.filter(({ name }) => name !== model.name);
  const results: { readonly model: Model; readonly result: TimedResult }[] = [];
  for (const other of others) {
    await steering.gate.passed();
    const key = `${trial.hash} ${other.name}`;
    const result = setting.baselines.get(key) ?? (await testBaseline(other, trial.split, signal));
    if (!result) return;
    setting.baselines.set(key, result);
    results.push({ model: other, result });
    log.update({ scorecards: [...log.info.scorecards, toScorecard(other, result, trial)] });
  }
  const tests = results.map(({ result }) => result);
  const metric = judgedBy(model);
  const strongest = strongestOf(metric, tests);
  const difference = {
    baseline: results[strongest].model.name,
    metric,
    ...compareResults(metric, own, tests)[strongest],
  };
  const [first, ...rest] = log.info.scorecards;
  log.update({ scorecards: [{ ...first, difference }, ...rest] });
}

function toScorecard(
  model: Model,
  { evaluation, errors: _errors, ...result }: TimedResult,
  trial: Trial,
): Scorecard {
  const { name, title } = model;
  const users = trial.split.test.length;
  return { model: name, title, metrics: evaluation.metrics, users, ...result };
}
