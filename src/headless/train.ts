import { writeFile } from 'node:fs/promises';
import { failure } from '../errors';
import { measureLoss } from '../engine/bundle/measure';
import { encodeCheckpoint, withFacts, type Checkpoint } from '../engine/models/checkpoint';
import { completeConfig } from '../engine/models/model';
import { dataToServe } from '../engine/training/data-to-serve';
import { refit, train } from '../engine/training/train';
import type { Arguments } from './arguments';
import { exportBundle } from './bundle';
import { loadData } from './files';
import { follow } from './progress';
import { modelFor, trialOf } from './setting';
import { start } from './start';

/**
 * `train`: finds the best number of epochs by validation, refits on everything, writes the file,
 * the bundle, or both.
 */
export async function trainCommand(given: Arguments): Promise<unknown> {
  const { out, bundle } = given;
  if (!out && !bundle) {
    throw failure('ConfigError', 'Say where to write: --out FILE.safetensors, or --bundle DIR.');
  }
  const { name, dataset } = await loadData(given);
  const { model } = modelFor(given.model, dataset);
  const config = completeConfig(model.fields, given.set);
  const { backend } = await start(given);
  const { all, split } = await trialOf(dataset, given);
  const { signal } = new AbortController();
  const { seed } = split;
  const fit = train(model, split, { config, seed, signal, resume: null });
  const { best, bestEpoch: epochs, reports } = await follow(fit);
  console.error(`Refitting on everything for ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} …`);
  const options = { config, seed, signal, resume: null, epochs };
  const serving = await follow(refit(model, dataToServe(model, all), options));
  const served = dataToServe(model, dataset);
  const checkpoint = withFacts(serving!, served);
  const { validation } = reports[epochs - 1];
  return {
    ...(out && (await writeRecommender(out, checkpoint))),
    ...(bundle && {
      bundle: await exportBundle(bundle, {
        ...{ name, checkpoint, dataset: served, createdAt: Date.now() },
        measured: await measureLoss(best!, split, 'train'),
      }),
    }),
    ...{ model: { name: model.name, config }, backend, epochs, validation },
  };
}

async function writeRecommender(path: string, checkpoint: Checkpoint) {
  const file = await encodeCheckpoint(checkpoint);
  await writeFile(path, new Uint8Array(await file.arrayBuffer()));
  return { file: path, bytes: file.size };
}
