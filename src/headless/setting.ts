import { failure } from '../errors';
import type { Dataset } from '../engine/data/dataset';
import type { Model } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { chooseModel } from '../engine/training/auto';
import { prepareFolds, prepareTrial, type Trial } from '../engine/training/trial';
import type { Arguments } from './arguments';

/** The model that was asked for; `auto` is chosen by the data, with the reason. */
export function modelFor(
  name: string,
  dataset: Dataset,
): { readonly model: Model; readonly reason: string | null } {
  if (name !== 'auto') return { model: findModel(name), reason: null };
  const { model, reason } = chooseModel(dataset);
  console.error(`${model.title}: ${reason}`);
  return { model, reason };
}

/** One split for each seed, or five folds for each. @throws InputError */
export async function trialsOf(
  dataset: Dataset,
  { protocol, seeds, minValue }: Pick<Arguments, 'protocol' | 'seeds' | 'minValue'>,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const seed of seeds) {
    if (protocol === 'k-fold') trials.push(...(await prepareFolds(dataset, { seed, minValue })));
    else trials.push(await prepareTrial(dataset, { protocol, seed, minValue }));
  }
  return trials;
}

/** The one split of what is not repeated. @throws ConfigError, InputError */
export async function trialOf(
  dataset: Dataset,
  { protocol, seeds: [seed, ...others], minValue }: Arguments,
): Promise<Trial> {
  if (protocol === 'k-fold' || others.length > 0) {
    throw failure('ConfigError', 'Folds and several seeds are for evaluate; give one seed.');
  }
  return prepareTrial(dataset, { protocol, seed, minValue });
}
