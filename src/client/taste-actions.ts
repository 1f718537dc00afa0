import type { ActionKind, RecommendRequest } from '../api';
import type { Context } from './loading';
import type { Taste } from './state';

/** How many recommendations are shown. */
const shown = 20;

/** What can be done in the For you room. */
export function tasteActions(context: Context) {
  const { client, store, attempt } = context;
  const { engine } = client;

  const update = (changes: Partial<Taste>) =>
    store.set({ taste: { ...store.get().taste, ...changes } });

  let questions = 0;

  /** Asks anew; an answer that comes after a later question is dropped. */
  async function recommend(): Promise<void> {
    const question = ++questions;
    const { recommender, taste } = store.get();
    if (!recommender) return update({ recommendations: null });
    const { who } = taste;
    const request: RecommendRequest = { recommender: recommender.id, who, k: shown };
    const recommendations = await engine.recommend(request);
    const now = store.get();
    const isLatest = question === questions && now.taste.who === who;
    if (isLatest && now.recommender === recommender) update({ recommendations });
  }

  async function readOpinions(): Promise<void> {
    const { dataset } = store.get();
    if (dataset) update({ opinions: await engine.opinions(dataset.id) });
  }

  async function find(search: string): Promise<void> {
    const { dataset } = store.get();
    if (!dataset) return;
    update({ search });
    const results = search.trim() ? await engine.searchItems(dataset.id, search, 12) : [];
    if (store.get().taste.search === search) update({ results });
  }

  return {
    /** Reads what the room shows. */
    openTaste: () =>
      attempt(async () => {
        await Promise.all([readOpinions(), find(store.get().taste.search)]);
        await recommend();
      }),

    chooseRecommender: (id: string) =>
      attempt(async () => {
        const recommender = store.get().recommenders.find((each) => each.id === id);
        if (!recommender) return;
        store.set({ recommender, chart: null });
        update({ recommendations: null });
        await recommend();
      }),

    /** Takes what is being typed; a first search begins with nothing found, a later one with what was. */
    typeSearch: (text: string) => {
      const { search, results } = store.get().taste;
      update({ search: text, results: search.trim() === '' ? null : results });
    },

    search: (text: string) => attempt(() => find(text)),

    suggestUsers: (prefix: string) =>
      attempt(async () => {
        const { dataset } = store.get();
        if (dataset) update({ users: await engine.users(dataset.id, prefix, 20) });
      }),

    chooseUser: (user: string) =>
      attempt(async () => {
        const { dataset } = store.get();
        if (!dataset) return;
        const history = await engine.history(dataset.id, user);
        update({ who: { user }, history, recommendations: null });
        await recommend();
      }),

    chooseYou: () =>
      attempt(async () => {
        if (store.get().taste.who === 'you') return;
        update({ who: 'you', history: [], recommendations: null });
        await recommend();
      }),

    /** Writes an opinion to the interaction log; recommendations follow without retraining. */
    say: (item: string, kind: ActionKind, value: number | null = null) =>
      attempt(async () => {
        const { dataset } = store.get();
        if (!dataset) return;
        await engine.log({ dataset: dataset.id, item, kind, value, at: Date.now() });
        await readOpinions();
        await recommend();
      }),
  };
}
