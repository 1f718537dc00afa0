import { isDeepStrictEqual } from 'node:util';
import { isFailure, failure } from '../errors';
import { judgedBy } from '../engine/models/feedback';
import { completeConfig, type Config, type Model } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { drawTrial } from '../engine/training/search';
import { train } from '../engine/training/train';
import type { Trial } from '../engine/training/trial';
import { createRandom } from '../kernels/random';
import type { Arguments } from './arguments';
import { loadData } from './files';
import { appendLine, readLines } from './lines';
import { follow } from './progress';
import { findFile } from './reproduce/data';
import { divide } from './reproduce/divide';
import { findFigure, type Figure } from './reproduce/figures';
import { ownOf, refuseUnknown, trialOf } from './setting';
import { start } from './start';
import { tell } from './tell';
import type { Entry } from './tune-ledger';

/**
 * `tune`: as many configurations of each model, judged on validation alone; the test is
 * never read. Every trial is a line of the file `--out`, and none is made twice, so that
 * the same command goes on where it was cut off.
 */
export async function tuneCommand(given: Arguments): Promise<unknown> {
  if (!given.out) throw failure('ConfigError', 'Say where to keep the trials: --out FILE.jsonl.');
  const figure = given.figure ? findFigure(given.figure) : null;
  const models = figure ? [findModel(figure.model)] : given.models.map(findModel);
  if (models.length === 0) {
    throw failure('ConfigError', 'Say what to tune: --model NAME, or --figure NAME.');
  }
  refuseUnknown(models, given.set);
  const { backend } = await start(given);
  const trial = figure ? await trialOfFigure(figure, given) : await trialOfModels(given);
  const results: Record<string, unknown> = {};
  for (const model of models) results[model.name] = await tuneOne(model, trial, given, backend);
  return { split: { protocol: trial.split.protocol, hash: trial.hash }, models: results };
}

/** A split, and what is asked of validation there. */
interface Judged extends Trial {
  readonly negatives: number | null;
}

async function trialOfModels(given: Arguments): Promise<Judged> {
  const { dataset } = await loadData(given);
  return { ...(await trialOf(dataset, given)), negatives: null };
}

/** The first split of a published figure, judged as the figure is. @throws DataError */
async function trialOfFigure(figure: Figure, given: Arguments): Promise<Judged> {
  const { dataset } = await loadData({ ...given, data: [findFile(figure.data.file, given.data)] });
  const { negatives } = figure.protocol;
  return { ...(await divide(figure, dataset, given.seeds[0])), negatives };
}

async function tuneOne(model: Model, trial: Judged, given: Arguments, backend: string) {
  const fixed = fixedOf(model, given.set);
  const random = createRandom(trial.split.seed);
  const entries: Entry[] = [];
  const known = await readLines<Entry>(given.out);
  for (let number = 0; number < given.trials; number++) {
    const config = drawTrial(model.fields, number, fixed, random);
    const isSame = (entry: Entry): boolean =>
      entry.split === trial.hash &&
      entry.model === model.name &&
      isDeepStrictEqual(entry.config, config);
    const done = [...known, ...entries].find(isSame);
    tell(`${model.name}, trial ${number + 1} of ${given.trials}: ${JSON.stringify(config)}`);
    const entry = done ?? (await tryOut(model, trial, config, { number, backend }));
    if (!done) await appendLine(given.out, entry);
    entries.push(entry);
  }
  const scored = entries.filter(({ value }) => value !== null);
  const best = scored.toSorted((a, b) => scoreOf(b) - scoreOf(a)).at(0);
  return { trials: entries.length, default: entries[0].value, best: best ?? null };
}

/**
 * Fits once, and tells what validation says of the best epoch. Where the figure samples items,
 * that is the hit rate among as many.
 */
async function tryOut(
  model: Model,
  { split, hash, negatives }: Judged,
  config: Config,
  { number, backend }: { readonly number: number; readonly backend: string },
): Promise<Entry> {
  const { signal } = new AbortController();
  const metric = negatives === null ? judgedBy(model) : 'hr@10';
  const facts = { split: hash, model: model.name, trial: number, config, metric, backend };
  try {
    const options = { config, seed: split.seed, signal, resume: null, negatives };
    const { reports, bestEpoch, elapsed: seconds } = await follow(train(model, split, options));
    const value = reports[bestEpoch - 1].validation[metric];
    return { ...facts, value, bestEpoch, epochs: reports.length, seconds };
  } catch (error) {
    if (!isFailure(error, 'DivergenceError')) throw error;
    return { ...facts, value: null, bestEpoch: 0, epochs: 0, seconds: 0 };
  }
}

/** More is better, whatever validation is judged by. */
const scoreOf = ({ metric, value }: Entry): number => (metric === 'rmse' ? -value! : value!);

/** Those of the fields that were set by hand which the model has. @throws ConfigError */
function fixedOf({ fields }: Model, set: Arguments['set']): Config {
  const own = ownOf(fields, set);
  const complete = completeConfig(fields, own);
  return Object.fromEntries(Object.keys(own).map((name) => [name, complete[name]]));
}
