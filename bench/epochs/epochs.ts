/** Seconds of a model's epochs, and the most memory it took: a fit as in training, never validated. */
import { completeConfig } from '../../src/engine/models/model';
import { findModel } from '../../src/engine/models/registry';
import { parseArguments } from '../../src/headless/arguments';
import { loadData } from '../../src/headless/files';
import { trialOf } from '../../src/headless/setting';
import { start } from '../../src/headless/start';
import { createRandom } from '../../src/kernels/random';

const given = parseArguments(process.argv.slice(2));
const model = findModel(given.model);
const config = completeConfig(model.fields, given.set);
const { backend, adapter } = await start(given);
const { dataset } = await loadData(given);
const { split } = await trialOf(dataset, given);
const { users, items, itemOf } = split.train;

const epochs: { readonly seconds: number; readonly loss: number | null }[] = [];
let begun = performance.now();
const context = {
  random: createRandom(split.seed),
  signal: new AbortController().signal,
  resume: null,
};
for await (const { done, loss = null } of model.fit(split.train, config, context)) {
  if (done < 1) continue;
  const seconds = (performance.now() - begun) / 1000;
  epochs.push({ seconds, loss });
  console.error(`epoch ${epochs.length}  ${seconds.toFixed(2)} s`);
  begun = performance.now();
}
console.log(
  JSON.stringify({
    model: { name: model.name, config },
    train: { users: users.size, items: items.size, interactions: itemOf.length },
    where: { backend, adapter },
    epochs,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
