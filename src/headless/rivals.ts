import { failure } from '../errors';
import type { Dataset } from '../engine/data/dataset';
import { completeConfig, type Config, type Model } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { chooseBaselines } from '../engine/training/baselines';

/** A model that is tested on the same splits as the chosen one. */
export interface Rival {
  /** As it was asked for. */
  readonly name: string;
  readonly model: Model;
  readonly config: Config;
}

/**
 * The models named: `ease`, `kgcn:graph=shuffled,facts=4` with fields of its own, as an ablation
 * has, or `baselines` for those the page shows. None twice, nor the chosen one itself.
 * @throws ConfigError, NotFoundError
 */
export function rivalsOf(names: readonly string[], own: Model, train: Dataset): Rival[] {
  const named = names.flatMap((name) =>
    name === 'baselines' ? chooseBaselines(own, train).models.map((model) => model.name) : [name],
  );
  return [...new Set(named)].filter((name) => name !== own.name).map(readRival);
}

/** The model that is meant by `ease`, or by `kgcn:graph=shuffled,facts=4`. @throws ConfigError, NotFoundError */
export function readRival(name: string): Rival {
  const [modelName, ...settings] = name.split(/[:,]/);
  const model = findModel(modelName);
  const given = Object.fromEntries(settings.map((setting) => readSetting(name, setting)));
  return { name, model, config: completeConfig(model.fields, given) };
}

function readSetting(name: string, setting: string): readonly [field: string, value: string] {
  const [, field, value] = /^([^=]+)=(.+)$/.exec(setting) ?? [];
  if (field !== undefined) return [field, value];
  throw failure('ConfigError', `“${name}” should be like kgcn:graph=shuffled,facts=4.`);
}
