import type { ActionKind, Controls, RecommenderInfo, ServedItem, ServeRequest } from '../api';
import { learningActions } from './learning-actions';
import { listActions } from './list-actions';
import { noteList } from './loading';
import type { Context } from './loading';
import { onboardingActions } from './onboarding-actions';
import { noTaste, type Details, type Taste } from './state';

/** How many recommendations are shown. */
const shown = 20;
/** … and of what is similar to one of them. */
const similarShown = 6;
/** What is shown of a list until there is another. */
const noList = { recommendations: null, people: null, details: null };

/** What the actions of the For you room share. */
export interface TasteContext extends Context {
  update(changes: Partial<Taste>): void;
  /** Asks anew; an answer that comes after a later question is dropped. */
  recommend(): Promise<void>;
  /** Looks at a recommendation more closely; an answer of which nothing is shown any more is dropped. */
  lookInto(details: Details): Promise<void>;
  readOpinions(): Promise<void>;
}

/** What can be done in the For you room. */
export function tasteActions(context: Context) {
  const { client, store, attempt } = context;
  const { engine } = client;

  const update = (changes: Partial<Taste>) =>
    store.set({ taste: { ...store.get().taste, ...changes } });

  let questions = 0;

  async function recommend(): Promise<void> {
    const question = ++questions;
    const { recommender, taste } = store.get();
    const { who, controls, seed } = taste;
    if (!recommender || !controls) return update(noList);
    const request: ServeRequest = { recommender: recommender.id, who, k: shown, controls, seed };
    const { items, ...list } = await engine.serve(request);
    const now = store.get();
    const isLatest = question === questions && now.taste.who === who;
    if (!isLatest || now.recommender !== recommender) return;
    const { details } = now.taste;
    const stays = details && items.some(({ item }) => item === details.item);
    update({ recommendations: items, list, details: stays ? details : null });
    if (who === 'you') await noteShown(recommender, controls, list.id, items);
    const { details: open } = store.get().taste;
    if (open) await lookInto({ ...open });
  }

  /** Logs what the person was shown, and how likely each place was. */
  async function noteShown(
    { id, dataset }: RecommenderInfo,
    { exploration, explorer }: Controls<string>,
    list: string,
    items: readonly ServedItem[],
  ): Promise<void> {
    await engine.logShown({
      id: list,
      dataset,
      recommender: id,
      at: Date.now(),
      items: items.map(({ item }) => item),
      propensities: items.map(({ propensity }) => propensity),
      ...(exploration > 0 && { explorer: explorer ?? 'epsilon-greedy' }),
    });
  }

  async function lookInto(details: Details): Promise<void> {
    const { recommender, taste } = store.get();
    if (!recommender) return;
    update({ details });
    const { item } = details;
    const alone = { history: [{ item }] };
    const [explained, similar] = await Promise.all([
      engine.explain({ recommender: recommender.id, who: taste.who, item }),
      engine.recommend({ recommender: recommender.id, who: alone, k: similarShown }),
    ]);
    if (store.get().taste.details === details) update({ details: { item, explained, similar } });
  }

  /** Whom one is like goes by them, and is to be asked anew. */
  async function readOpinions(): Promise<void> {
    const { dataset } = store.get();
    if (!dataset) return;
    const [opinions, spokenOf] = await Promise.all([
      engine.opinions(dataset.id),
      engine.datasetsSpokenOf(),
    ]);
    update({ opinions, spokenOf, people: null });
  }

  async function readControls(): Promise<void> {
    const { dataset } = store.get();
    if (!dataset) return;
    const [controls, genres] = await Promise.all([
      engine.controls(dataset.id),
      engine.genres(dataset.id),
    ]);
    update({ controls, genres });
  }

  async function find(search: string): Promise<void> {
    const { dataset, recommender } = store.get();
    if (!dataset) return;
    update({ search });
    const results = search.trim()
      ? await engine.searchItems(dataset.id, search, 12, recommender?.id)
      : [];
    if (store.get().taste.search === search) update({ results });
  }

  /** The list that an item was shown in, for the log. */
  function shownAs(item: string) {
    const { recommendations, list } = store.get().taste;
    const shown = recommendations?.find((each) => each.item === item);
    return shown && list && { shown: { list: list.id, propensity: shown.propensity } };
  }

  const shared: TasteContext = { ...context, update, recommend, lookInto, readOpinions };
  const onboarding = onboardingActions(shared);
  const learning = learningActions(shared);

  return {
    ...listActions(shared),
    ...onboarding,
    ...learning,

    /** Reads what the room shows. */
    openTaste: () =>
      attempt(async () => {
        update({ seed: Date.now(), details: null });
        await Promise.all([
          readOpinions(),
          readControls(),
          learning.readLearning(),
          find(store.get().taste.search),
        ]);
        await Promise.all([recommend(), onboarding.greet()]);
        learning.learnSoon();
      }),

    /** Shows what another tab has heard, where that is looked at. */
    rereadTaste: async () => {
      const { room, taste } = store.get();
      await readOpinions();
      if (room !== 'you') return;
      await readControls();
      if (taste.who === 'you') await recommend();
    },

    chooseRecommender: (id: string) =>
      attempt(async () => {
        const recommender = store.get().recommenders.find((each) => each.id === id);
        if (!recommender) return;
        store.set({ recommender, chart: null });
        update(noList);
        const remembered = engine.setSetting('recommender', id);
        await Promise.all([recommend(), learning.readLearning(), remembered]);
        learning.learnSoon();
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
        update({ ...noList, who: { user }, history });
        await recommend();
      }),

    chooseYou: () =>
      attempt(async () => {
        if (store.get().taste.who === 'you') return;
        update({ ...noList, who: 'you', history: [] });
        await recommend();
      }),

    /** Writes an opinion to the interaction log; recommendations follow without retraining. */
    say: (item: string, kind: ActionKind, value: number | null = null) =>
      attempt(async () => {
        const { dataset } = store.get();
        if (!dataset) return;
        const at = Date.now();
        await engine.log({ dataset: dataset.id, item, kind, value, at, ...shownAs(item) });
        if (kind === 'clear') await learning.rereadLessons();
        await Promise.all([readOpinions(), recommend(), onboarding.goOn(item)]);
        learning.learnSoon();
      }),

    /** Forgets every opinion and every list that was shown. */
    clearLog: () =>
      attempt(async () => {
        const { dataset } = store.get();
        if (!dataset) return;
        await engine.clearLog(dataset.id);
        await noteList(context, dataset, false);
        await learning.rereadLessons();
        update({ onboarding: noTaste.onboarding });
        await Promise.all([readOpinions(), recommend()]);
        await onboarding.greet();
      }),

    /** The interaction log as a file; null when it could not be made. */
    exportLog: async (): Promise<Blob | null> => {
      let log: Blob | null = null;
      await attempt(async () => {
        const { dataset } = store.get();
        if (dataset) log = await engine.exportLog(dataset.id);
      });
      return log;
    },
  };
}
