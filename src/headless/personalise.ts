import { failure } from '../errors';
import { asPreferences } from '../engine/data/prepare';
import { splitDataset, type Split } from '../engine/data/split';
import type { Checkpoint } from '../engine/models/checkpoint';
import { popularity } from '../engine/models/classical/popularity';
import { completeConfig, type Model } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { personalise } from '../engine/training/personalise';
import { holdOutPeople } from '../engine/training/timelines';
import { train } from '../engine/training/train';
import type { Arguments } from './arguments';
import { loadData } from './files';
import { follow } from './progress';
import { ownOf, refuseUnknown } from './setting';
import { start } from './start';
import { tell } from './tell';

/**
 * `personalise`: what folding in and learning on are worth to people whom a model has not
 * met, after 1, 3, 10 and 30 interactions or those of `--steps`, beside popularity.
 */
export async function personaliseCommand(given: Arguments): Promise<unknown> {
  const models = given.models.map(findModel);
  if (models.length === 0) throw failure('ConfigError', 'Say what to measure: --model NAME.');
  refuseUnknown(models, given.set);
  const { dataset } = await loadData(given);
  const { backend } = await start(given);
  const [seed] = given.seeds;
  const { all, scale } = asPreferences(dataset, given);
  const timelines = holdOutPeople(all, given.people, seed, given.steps);
  const split = splitDataset(timelines.others, 'random', seed, scale);
  const popular = await learn(popularity, split, {});
  const results: Record<string, unknown> = {};
  for (const model of models) {
    const checkpoint = await learn(model, split, ownOf(model.fields, given.set));
    results[model.name] = await personalise(checkpoint, popular, timelines, {
      train: split.train,
      seed,
      signal: new AbortController().signal,
      onStage: (known) => tell(`${model.title}: ${known} known`),
    });
  }
  return { metric: 'ndcg@10', seed, backend, people: timelines.people.length, models: results };
}

/** A model with its best epoch on validation. */
async function learn(model: Model, split: Split, set: Arguments['set']): Promise<Checkpoint> {
  const config = completeConfig(model.fields, set);
  const { signal } = new AbortController();
  const fit = train(model, split, { config, seed: split.seed, signal, resume: null });
  return (await follow(fit)).best!;
}
