import { writeFile } from 'node:fs/promises';
import type { Dataset } from '../engine/data/dataset';
import { hashDataset } from '../engine/data/hash';
import { hashSide } from '../engine/data/hash-side';
import { describeSide } from '../engine/data/summary';
import { spreadOver } from '../engine/evaluation/runs';
import { completeConfig } from '../engine/models/model';
import { intervalsOf } from '../engine/training/trial';
import { version } from '../version';
import type { Arguments } from './arguments';
import { keepIn } from './checkpoints';
import { compareWith, summarize } from './compare';
import { loadData } from './files';
import { measure, type Run } from './measure';
import { tellOfRoom } from './room';
import { modelFor, trialsOf } from './setting';
import { start } from './start';
import { tell } from './tell';

/** `evaluate`: once for each seed or fold. What it returns is the card that `--card` writes. */
export async function evaluateCommand(given: Arguments) {
  const { name, dataset, seconds } = await loadData(given);
  const { model, reason } = modelFor(given.model, dataset);
  const config = completeConfig(model.fields, given.set);
  const { backend, adapter } = await start(given);
  tellOfRoom(model, dataset, config);
  const trials = await trialsOf(dataset, given);
  const runs: Run[] = [];
  for (const [i, trial] of trials.entries()) {
    if (trials.length > 1) tell(`Run ${i + 1} of ${trials.length}`);
    const file = i === 0 ? 'training' : `training-${i + 1}`;
    const checkpoint = given.resume === null ? null : await keepIn(given.resume, file);
    runs.push(await measure(model, trial, { config, checkpoint }));
  }
  const { pooled, means, deviations } = summarize(runs);
  const [first] = runs;
  const card = {
    version,
    dataset: await describeDataset(name, dataset),
    split: {
      protocol: first.trial.split.protocol,
      seed: given.seeds[0],
      seeds: given.seeds,
      minValue: given.minValue,
      ...(given.kCore !== null && { kCore: given.kCore }),
      hash: first.trial.hash,
      users: first.trial.split.test.length,
    },
    model: { name: model.name, config, ...(reason !== null && { reason }) },
    backend,
    adapter,
    ...timesOf(runs, seconds),
    metrics: means,
    intervals: intervalsOf(pooled),
    ...(deviations && { deviations }),
    strangers: spreadOver(runs.map(({ strangers }) => strangers)).means,
    diversityBy: first.diversityBy,
    slices: first.slices,
    ...(first.order && { order: first.order }),
    testReads: first.testReads,
    ...(runs.length > 1 && { runs: runs.map(describeRun) }),
    ...(await compareWith(given.compare, model, runs)),
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  if (given.card) await writeFile(given.card, `${JSON.stringify(card, null, 1)}\n`);
  return card;
}

async function describeDataset(name: string, dataset: Dataset) {
  return {
    name,
    users: dataset.users.size,
    items: dataset.items.size,
    interactions: dataset.itemOf.length,
    hash: await hashDataset(dataset),
    side: describeSide(dataset),
    sideHash: await hashSide(dataset),
  };
}

/** Epochs of a run, on average; seconds of all runs. */
function timesOf(runs: readonly Run[], seconds: number) {
  const total = (f: (run: Run) => number): number => runs.reduce((sum, run) => sum + f(run), 0);
  return {
    epochs: total(({ epochs }) => epochs) / runs.length,
    seconds: {
      import: seconds,
      fit: total((run) => run.seconds.fit),
      evaluate: total((run) => run.seconds.evaluate),
    },
  };
}

/** One of several runs, with all that it found by itself. */
function describeRun({ trial: { split, hash }, evaluation, ...run }: Run) {
  const own = { seed: split.seed, hash, users: split.test.length };
  return { split: own, metrics: evaluation.metrics, ...run };
}
