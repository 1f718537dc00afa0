/** How long a stranger waits for a list, from one more interaction to the 10 best of all items. */
import { parseArgs } from 'node:util';
import {
  createDataset,
  emptyCatalog,
  strangerWith,
  type Dataset,
  type Query,
} from '../../src/engine/data/dataset';
import { settleRepeats } from '../../src/engine/data/reading/duplicates';
import { createVocabulary } from '../../src/engine/data/vocabulary';
import { toFeedback, queryFor } from '../../src/engine/models/feedback';
import type { Model } from '../../src/engine/models/model';
import type { Recommender } from '../../src/engine/models/recommender';
import { recommenderOf } from '../../src/engine/models/saved';
import { models as all } from '../../src/engine/models/registry';
import { snapshot } from '../../src/engine/nn/weights';
import { readRival, type Rival } from '../../src/headless/rivals';
import { parseArguments } from '../../src/headless/arguments';
import { start } from '../../src/headless/start';
import { createRandom, type Random } from '../../src/kernels/random';

const { values: given } = parseArgs({
  options: {
    items: { type: 'string', default: '3706,60000' },
    models: { type: 'string', default: '' },
    backend: { type: 'string', default: 'wasm' },
  },
});
/** Shape of the made-up community, and of what is asked. */
const [users, perUser, lists, length] = [2000, 50, 40, 30];

const { backend, adapter } = await start(parseArguments(['--backend', given.backend]));
const names = given.models
  ? given.models.split(',')
  : all.filter(isForPlainData).map(({ name }) => name);
const measured = names.map(readRival);
const rows: Row[] = [];
for (const items of given.items.split(',').map(Number)) {
  const random = createRandom(1);
  const community = makeCommunity(items, random);
  const histories = Array.from({ length: lists }, () => drawQuery(items, random));
  for (const rival of measured) {
    const row = { model: rival.name, items, ...(await measure(rival, community, histories)) };
    console.error(JSON.stringify(row));
    rows.push(row);
  }
}
console.log(JSON.stringify({ backend, adapter, length, lists, rows }));

interface Row {
  readonly model: string;
  readonly items: number;
  /** Milliseconds. */
  readonly median: number;
  readonly slowest: number;
}

/** Fits for an epoch: what a list costs does not depend on how good it is. */
async function measure(
  { model, config: set }: Rival,
  community: Dataset,
  queries: readonly Query[],
): Promise<Pick<Row, 'median' | 'slowest'>> {
  const config = 'epochs' in model.fields ? { ...set, epochs: 1 } : set;
  const { users, items } = community;
  const context = { random: createRandom(1), signal: new AbortController().signal, resume: null };
  let recommender: Recommender | null = null;
  for await (const { done, weights } of model.fit(
    toFeedback(model, community, config),
    config,
    context,
  )) {
    if (done < 1) continue;
    recommender = recommenderOf({
      ...{ model: model.name, config, items: items.ids, users: users.ids },
      weights: await snapshot(weights),
    });
    break;
  }
  const times: number[] = [];
  for (const query of queries) {
    const begun = performance.now();
    await recommender!.recommend([queryFor(model, query, config)], 10);
    times.push(performance.now() - begun);
  }
  recommender!.dispose();
  // The first lists compile what they run.
  const sorted = times.slice(5).sort((a, b) => a - b);
  const round = (time: number): number => Math.round(10 * time) / 10;
  return { median: round(sorted[sorted.length >> 1]), slowest: round(sorted.at(-1)!) };
}

function isForPlainData({ needs }: Model): boolean {
  return needs.every((need) => need === 'timestamps' || need === 'ratings');
}

/** A long tail: half of what is chosen is among the first eighth of the items. */
function drawItem(items: number, random: Random): number {
  return Math.floor(items * random.uniform() ** 3);
}

function makeCommunity(items: number, random: Random): Dataset {
  const events = users * perUser;
  const ids = (size: number): string[] => Array.from({ length: size }, (_zero, i) => `${i}`);
  const dataset = createDataset(
    createVocabulary(ids(users), 'user'),
    createVocabulary(ids(items), 'item'),
    emptyCatalog(items),
    {
      userOf: Int32Array.from({ length: events }, (_zero, event) => event % users),
      itemOf: Int32Array.from({ length: events }, () => drawItem(items, random)),
      values: Float32Array.from({ length: events }, () => 1 + random.below(5)),
      timestamps: Float64Array.from({ length: events }, (_zero, event) => event),
      rows: Int32Array.from({ length: events }, (_zero, event) => event),
    },
  );
  return settleRepeats(dataset, 'newest', 0).dataset;
}

function drawQuery(items: number, random: Random): Query {
  const chosen = new Set<number>();
  while (chosen.size < length) chosen.add(drawItem(items, random));
  return strangerWith({
    items: Int32Array.from(chosen),
    values: Float32Array.from({ length }, () => 1 + random.below(5)),
    timestamps: Float64Array.from({ length }, (_zero, event) => event),
  });
}
