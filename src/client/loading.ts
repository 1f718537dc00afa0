import type { AutoChoice, DatasetInfo, RunInfo } from '../api';
import type { Client } from './connect';
import { draftFor } from './draft';
import { noTaste, noTraining } from './state';
import type { State, Training } from './state';
import type { Store } from './store';
import type { Tabs } from './tabs';

/** The setting that names the dataset to which a list from elsewhere was taken last. */
const listed = 'listed';

/** What every action works on. */
export interface Context {
  readonly client: Client;
  readonly store: Store<State>;
  readonly tabs: Tabs;
  /** Does what a person asked for; a failure becomes the page's error. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** … what nobody asked for: a failure that is shown stays until then. */
  attend(work: () => Promise<void>): Promise<void>;
}

/** Reads everything that is stored, as at the start. */
export async function loadAll(context: Context): Promise<void> {
  const { engine } = context.client;
  const [models, published, datasets, remembered] = await Promise.all([
    engine.models(),
    engine.published(),
    engine.datasets(),
    engine.setting('dataset'),
  ]);
  context.store.set({ models, published, datasets, draft: draftFor(undefined) });
  await refreshResults(context);
  const dataset = datasets.find(({ id }) => id === remembered) ?? newest(datasets);
  await enterDataset(context, dataset);
}

/** Reads the runs, the recommenders and the room they take. */
export async function refreshResults({ client, store }: Context): Promise<void> {
  const [runs, recommenders, storage] = await Promise.all([
    client.engine.runs(),
    client.engine.recommenders(),
    client.engine.storage(),
  ]);
  store.set({ runs, recommenders, storage });
}

/** Makes `dataset` the one that all rooms are about. */
export async function enterDataset(context: Context, dataset: DatasetInfo | null): Promise<void> {
  const { client, store } = context;
  const chosen = await client.engine.setting('recommender');
  const { runs, training, recommenders } = store.get();
  store.set({
    dataset,
    summary: null,
    auto: null,
    chart: null,
    taste: noTaste,
    recommender:
      recommenders.find((each) => each.id === chosen && each.dataset === dataset?.id) ??
      newestRecommender(store.get(), dataset),
    training: training.busy ? training : trainingOf(runs, dataset),
  });
  if (!dataset) return;
  await client.engine.setSetting('dataset', dataset.id);
  const [summary, auto] = await Promise.all([
    client.engine.summarize(dataset.id),
    chooseModel(context, dataset),
  ]);
  if (store.get().dataset?.id === dataset.id) store.set({ summary, auto });
}

/** Notes which `dataset` a list from elsewhere was taken to, if any, and what suits `dataset` now. */
export async function noteList(
  context: Context,
  dataset: DatasetInfo,
  isTaken: boolean,
): Promise<void> {
  await context.client.engine.setSetting(listed, isTaken ? dataset.id : '');
  const auto = await chooseModel(context, dataset);
  if (context.store.get().dataset?.id === dataset.id) context.store.set({ auto });
}

/** The model that suits `dataset`, and a list that was taken to it. */
async function chooseModel({ client }: Context, { id }: DatasetInfo): Promise<AutoChoice> {
  const forList = (await client.engine.setting(listed)) === id;
  return client.engine.chooseModel(id, { forList });
}

/** The recommender of `dataset` that was made last. */
export function newestRecommender({ recommenders }: State, dataset: DatasetInfo | null) {
  return newest(recommenders.filter((recommender) => recommender.dataset === dataset?.id));
}

/**
 * The last run on `dataset`, as the Train room shows it. A run that is stored as
 * under way was cut off: it is paused until someone resumes it.
 */
export function trainingOf(
  runs: readonly RunInfo[],
  dataset: Pick<DatasetInfo, 'id'> | null,
): Training {
  const run = runs.find(({ request }) => request.dataset === dataset?.id);
  if (!run) return noTraining;
  const state = run.state === 'training' ? 'paused' : run.state;
  return { ...noTraining, id: run.id, state, run };
}

function newest<T extends { readonly createdAt: number }>(things: readonly T[]): T | null {
  return [...things].sort((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}
