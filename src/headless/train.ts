import { writeFile } from 'node:fs/promises';
import { failure } from '../errors';
import { measureLoss } from '../engine/bundle/measure';
import { encodeCheckpoint, type Checkpoint } from '../engine/models/checkpoint';
import { completeConfig } from '../engine/models/model';
import type { Arguments } from './arguments';
import { exportBundle } from './bundle';
import { loadData } from './files';
import { learn } from './learn';
import { tellOfRoom } from './room';
import { modelFor } from './setting';
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
  tellOfRoom(model, dataset, config);
  const learned = await learn(model, config, dataset, given);
  const { checkpoint, served, best, split, epochs, validation } = learned;
  return {
    ...(out && (await writeRecommender(out, checkpoint))),
    ...(bundle && {
      bundle: await exportBundle(bundle, {
        ...{ name, checkpoint, dataset: served, createdAt: Date.now() },
        measured: await measureLoss(best, split, 'train'),
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
