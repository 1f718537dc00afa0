import { failure } from '../errors';
import type { Dataset } from '../engine/data/dataset';
import type { Fields, Model } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { chooseModel } from '../engine/training/auto';
import { prepareFolds, prepareTrial, type Trial } from '../engine/training/trial';
import type { Arguments } from './arguments';
import { tell } from './tell';

/** The model that was asked for; `auto` is chosen by the data, with the reason. */
export function modelFor(
  name: string,
  dataset: Dataset,
): { readonly model: Model; readonly reason: string | null } {
  if (name !== 'auto') return { model: findModel(name), reason: null };
  const { model, reason } = chooseModel(dataset);
  tell(`${model.title}: ${reason}`);
  return { model, reason };
}

/** How data are to be split. */
export type Splitting = Pick<Arguments, 'protocol' | 'seeds' | 'minValue' | 'kCore'>;

/** One split for each seed, or five folds for each. @throws InputError */
export async function trialsOf(
  dataset: Dataset,
  { protocol, seeds, minValue, kCore }: Splitting,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const seed of seeds) {
    if (protocol === 'k-fold')
      trials.push(...(await prepareFolds(dataset, { seed, minValue, kCore })));
    else trials.push(await prepareTrial(dataset, { protocol, seed, minValue, kCore }));
  }
  return trials;
}

/** The one split of what is not repeated. @throws ConfigError, InputError */
export async function trialOf(
  dataset: Dataset,
  { protocol, seeds: [seed, ...others], minValue, kCore }: Splitting,
): Promise<Trial> {
  if (protocol === 'k-fold' || others.length > 0) {
    throw failure('ConfigError', 'Folds and several seeds are for evaluate; give one seed.');
  }
  return prepareTrial(dataset, { protocol, seed, minValue, kCore });
}

/** What was set by hand must be a field of one of the models at least. @throws ConfigError */
export function refuseUnknown(models: readonly Model[], set: Arguments['set']): void {
  const known = models.flatMap(({ fields }) => Object.keys(fields));
  const unknown = Object.keys(set).find((name) => !known.includes(name));
  if (unknown) throw failure('ConfigError', `None of the models has a field “${unknown}”.`);
}

/** Those of what was set by hand that are fields of this model, where several are given. */
export function ownOf(fields: Fields, set: Arguments['set']): Arguments['set'] {
  return Object.fromEntries(Object.entries(set).filter(([name]) => Object.hasOwn(fields, name)));
}
