import { writeFile } from 'node:fs/promises';
import { failure } from '../errors';
import { encodeCheckpoint, withFacts } from '../engine/models/checkpoint';
import { completeConfig } from '../engine/models/model';
import { refit, train } from '../engine/training/train';
import type { Arguments } from './arguments';
import { loadData } from './files';
import { follow } from './progress';
import { modelFor, trialOf } from './setting';
import { start } from './start';

/** `train`: finds the best number of epochs by validation, refits on everything, writes the file. */
export async function trainCommand(given: Arguments): Promise<unknown> {
  if (!given.out) throw failure('ConfigError', 'Say where to write: --out FILE.safetensors.');
  const { dataset } = await loadData(given);
  const { model } = modelFor(given.model, dataset);
  const config = completeConfig(model.fields, given.set);
  const { backend } = await start(given);
  const { all, split } = await trialOf(dataset, given);
  const { signal } = new AbortController();
  const { seed } = split;
  const fit = train(model, split, { config, seed, signal, resume: null });
  const { bestEpoch: epochs, reports } = await follow(fit);
  console.error(`Refitting on everything for ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} …`);
  const serving = await follow(refit(model, all, { config, seed, signal, resume: null, epochs }));
  const file = await encodeCheckpoint(withFacts(serving!, dataset));
  await writeFile(given.out, new Uint8Array(await file.arrayBuffer()));
  const { validation } = reports[epochs - 1];
  const written = { file: given.out, bytes: file.size };
  return { ...written, model: { name: model.name, config }, backend, epochs, validation };
}
