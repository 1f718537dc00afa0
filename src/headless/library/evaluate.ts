import { completeConfig } from '../../engine/models/model';
import { intervalsOf } from '../../engine/training/trial';
import { summarize } from '../compare';
import { measure, type Run } from '../measure';
import { modelFor, trialsOf } from '../setting';
import { readData } from './data';
import { computeOn } from './device';
import type { EvaluateOptions, Evaluation } from './types';

/** @throws InputError, DataError, ConfigError, NotFoundError, DivergenceError, DeviceError */
export async function evaluateOn(options: EvaluateOptions): Promise<Evaluation> {
  const { protocol = 'auto', seeds = [1], minValue = null, kCore = null } = options;
  const { dataset } = await readData(options);
  const { model } = modelFor(options.model ?? 'auto', dataset);
  const config = completeConfig(model.fields, options.config ?? {});
  const { backend } = await computeOn(options.backend);
  const runs: Run[] = [];
  for (const trial of await trialsOf(dataset, { protocol, seeds, minValue, kCore })) {
    runs.push(await measure(model, trial, { config, checkpoint: null }));
  }
  const { pooled, means: metrics } = summarize(runs);
  const [{ trial, testReads }] = runs;
  return {
    ...{ model: model.name, config, backend, metrics, testReads },
    protocol: trial.split.protocol,
    hash: trial.hash,
    intervals: intervalsOf(pooled),
  };
}
