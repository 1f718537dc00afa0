import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashDataset } from '../engine/data/hash';
import { describeSide } from '../engine/data/summary';
import type { Split } from '../engine/data/split';
import { evaluate as rank } from '../engine/evaluation/evaluate';
import { headline } from '../engine/evaluation/judge';
import { completeConfig, type Model } from '../engine/models/model';
import { Recommender } from '../engine/models/recommender';
import { findModel } from '../engine/models/registry';
import { train, type TrainingProgress } from '../engine/training/train';
import { decodeTraining } from '../engine/training/training-checkpoint';
import {
  compareResults,
  prepareTrial,
  testBaseline,
  testCheckpoint,
  type TestResult,
} from '../engine/training/trial';
import type { Arguments } from './arguments';
import { loadData, readIfThere } from './files';
import { follow } from './progress';
import { start } from './start';

/** `evaluate`: fits on train, chooses by validation, reads the test once. */
export async function evaluateCommand(given: Arguments): Promise<unknown> {
  const model = findModel(given.model);
  const config = completeConfig(model.fields, given.set);
  const { backend } = await start(given);
  const { name, dataset, seconds } = await loadData(given);
  const { split, hash } = await prepareTrial(dataset, given);
  const { signal } = new AbortController();
  const checkpoint = given.resume === null ? null : await keepIn(given.resume);
  const fit = train(model, split, {
    config,
    seed: given.seed,
    signal,
    resume: checkpoint && (await checkpoint.read()),
  });
  const { best, reports, elapsed } = await follow(fit, checkpoint?.write);

  const begun = performance.now();
  const result = await testCheckpoint(best!, split);
  const evaluateSeconds = (performance.now() - begun) / 1000;
  const others = given.compare.map((other) => findModel(other));
  return {
    dataset: {
      name,
      users: dataset.users.size,
      items: dataset.items.size,
      interactions: dataset.itemOf.length,
      hash: await hashDataset(dataset),
      side: describeSide(dataset),
    },
    split: { protocol: split.protocol, seed: given.seed, hash, users: split.test.length },
    model: { name: model.name, config },
    backend,
    epochs: reports.length,
    seconds: { import: seconds, fit: elapsed, evaluate: evaluateSeconds },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    metrics: result.evaluation.metrics,
    intervals: result.intervals,
    // Without a table of users everyone is a stranger already.
    strangers: best!.weights.users ? await asStrangers(best!, split) : result.evaluation.metrics,
    compared: await compareWith(others, split, result),
  };
}

/** The same test with everyone folded in from their history, as newcomers are. */
async function asStrangers(best: Parameters<typeof testCheckpoint>[0], split: Split) {
  const recommender = Recommender.fromCheckpoint(best);
  const { metrics } = await rank(recommender, split.test, split.train, {
    strangers: true,
    scale: split.scale,
  });
  recommender.dispose();
  return metrics;
}

/** Other models with their defaults, and NDCG@10 less theirs. */
async function compareWith(others: readonly Model[], split: Split, own: TestResult) {
  const { signal } = new AbortController();
  const results: TestResult[] = [];
  for (const other of others) results.push((await testBaseline(other, split, signal))!);
  const differences = compareResults(own, results);
  return Object.fromEntries(
    others.map(({ name }, i) => [
      name,
      { metrics: results[i].evaluation.metrics, difference: { [headline]: differences[i] } },
    ]),
  );
}

/** A checkpoint is written this often, in ms. */
const checkpointEvery = 30_000;

/** Where a long training keeps its last checkpoint: replaced as a whole, never half written. */
async function keepIn(folder: string) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'training.safetensors');
  let last = performance.now();
  return {
    async read() {
      const stored = await readIfThere(file);
      return stored && decodeTraining(stored);
    },
    async write(progress: TrainingProgress): Promise<void> {
      if (performance.now() - last < checkpointEvery) return;
      const bytes = new Uint8Array(await (await progress.checkpoint()).arrayBuffer());
      await writeFile(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
      last = performance.now();
    },
  };
}
