import type { ItemCard, PersonalExport } from '../api';
import { actionsOf } from './list-opinions';
import { noteList } from './loading';
import type { Context } from './loading';
import { ofProfile } from './own-profile';
import { listOfOpinions } from './said-list';
import type { OwnList } from './state';
import { parseList } from './stored-list';

/** Where the list is kept while it waits for data that hold its titles. */
const setting = 'list';

/** How many items a search for a title offers. */
const mostFound = 8;

/** What a list leads to. */
interface Next {
  openTaste(): Promise<void>;
  train(): Promise<void>;
}

/** What can be done with the list that a person has from elsewhere. */
export function ownActions(context: Context, { openTaste, train }: Next) {
  const { client, store, attempt, attend } = context;
  const { engine } = client;
  let isAwaited = false;
  /** How many searches there were: only the last one’s answer counts. */
  let searches = 0;

  async function forget(): Promise<void> {
    store.set({ own: null });
    await engine.setSetting(setting, '');
  }

  return {
    /** Takes the list of another profile of the same account. */
    chooseProfile: (name: string) =>
      attempt(async () => {
        const { own } = store.get();
        if (own) await keep(context, ofProfile(own.list, name));
      }),

    /** Takes along what was said of other data. */
    bringOpinions: (dataset: string) =>
      attempt(async () => {
        const source = store.get().datasets.find(({ id }) => id === dataset);
        if (!source) return;
        const list = listOfOpinions(await engine.opinions(dataset), source);
        if (!list) return;
        store.set({ room: 'data', arrival: null });
        await keep(context, list);
      }),

    /** Says which item the entry at `place` is, or that it is none. */
    chooseMatch: (place: number, item: string | null) => {
      const { own } = store.get();
      if (own) store.set({ own: { ...own, choices: new Map(own.choices).set(place, item) } });
    },

    /** Looks for the entry at `place` by other words: what has them is to choose from, beside what was chosen. */
    searchMatch: (place: number, text: string) =>
      attend(async () => {
        const { dataset } = store.get();
        if (!dataset) return;
        const search = ++searches;
        const found = text === '' ? [] : await engine.searchItems(dataset.id, text, mostFound);
        const { own } = store.get();
        if (search === searches && own?.dataset === dataset.id)
          store.set({ own: offered(own, place, found) });
      }),

    /** Takes the first item wherever it is likely, and nobody has decided. */
    chooseLikely: () => {
      const { own } = store.get();
      if (!own?.reviews) return;
      const choices = new Map(own.choices);
      own.reviews.forEach(({ verdict, candidates }, place) => {
        if (verdict === 'likely' && !choices.has(place)) choices.set(place, candidates[0].item);
      });
      store.set({ own: { ...own, choices } });
    },

    /** Makes the list the opinions of the person at the screen; what follows from it is shown once a model has learned. */
    acceptList: () =>
      attempt(async () => {
        const { own, dataset, recommender } = store.get();
        if (!own?.reviews || !dataset || own.dataset !== dataset.id) return;
        const { list, reviews, choices } = own;
        await engine.logAll(actionsOf(list, reviews, choices, dataset, Date.now()));
        await noteList(context, dataset, true);
        await forget();
        const taste = { ...store.get().taste, who: 'you', history: [] } as const;
        store.set({ room: recommender ? 'you' : 'train', taste });
        if (recommender) return openTaste();
        isAwaited = true;
        await train();
      }),

    /** Shows what a model that was awaited recommends, to whoever watches it learn. */
    arrive: () => {
      if (isAwaited && store.get().room === 'train') store.set({ room: 'you' });
      isAwaited = false;
    },

    forgetList: () => attempt(forget),
  };
}

/** Takes the lists among `files`, and finds their titles in the data at hand. */
export async function takeList(context: Context, files: readonly File[]): Promise<void> {
  const { engine } = context.client;
  const list = await engine.readList(files);
  context.store.set({ arrival: null });
  await keep(context, list);
}

/** Keeps `list` until its titles are found. */
async function keep(context: Context, list: PersonalExport): Promise<void> {
  context.store.set({ own: untouched(list) });
  await context.client.engine.setSetting(setting, JSON.stringify(list));
  await matchList(context);
}

/** Takes up a list that waits since an earlier visit. */
export async function recallList(context: Context): Promise<void> {
  const list = parseList(await context.client.engine.setting(setting));
  context.store.set({ own: list && untouched(list) });
  await matchList(context);
}

/** Finds the titles of the list in the data at hand, where those have titles. */
export async function matchList({ client, store }: Context): Promise<void> {
  const { own, dataset } = store.get();
  if (!own || !dataset?.hasTitles || own.dataset === dataset.id) return;
  const { list } = own;
  store.set({ own: { ...untouched(list), dataset: dataset.id } });
  const reviews = await client.engine.matchTitles(dataset.id, list.entries);
  const now = store.get().own;
  if (now?.dataset === dataset.id && now.list === list) store.set({ own: { ...now, reviews } });
}

/** A list with `found` to choose from for the entry at `place`, and what was chosen there. */
function offered(own: OwnList, place: number, found: readonly ItemCard[]): OwnList {
  const chosen = own.choices.get(place);
  const reviews = own.reviews?.map((review, at) => {
    if (at !== place) return review;
    const kept = review.candidates.filter(({ item }) => item === chosen);
    return { ...review, candidates: [...kept, ...found.filter(({ item }) => item !== chosen)] };
  });
  return { ...own, reviews: reviews ?? null };
}

/** A list of which nothing was found yet. */
function untouched(list: PersonalExport): OwnList {
  return { list, dataset: null, reviews: null, choices: new Map() };
}
