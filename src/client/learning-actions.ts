import type { RecommenderInfo } from '../api';
import type { Learning } from './state';
import type { TasteContext } from './taste-actions';

/** ms in which nothing is said before what was said is learned. */
const idle = 3000;

/** The setting that says whether a model learns from what the person says. */
const settingOf = ({ model }: RecommenderInfo): string => `learn/${model}`;

/** How the recommender learns on from what the person says. */
export function learningActions({ client, store, attempt, update, recommend }: TasteContext) {
  const { engine } = client;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = (changes: Partial<Learning>) =>
    update({ learning: { ...store.get().taste.learning, ...changes } });

  /** Takes over what the worker says of a recommender, and asks it anew if it is the one that serves. */
  async function adopt(info: RecommenderInfo): Promise<void> {
    const { recommender, recommenders } = store.get();
    store.set({ recommenders: recommenders.map((each) => (each.id === info.id ? info : each)) });
    if (recommender?.id !== info.id) return;
    store.set({ recommender: info, chart: null });
    await recommend();
  }

  async function learn(anyway: boolean): Promise<void> {
    const { recommender, taste } = store.get();
    if (!recommender || taste.learning.busy) return;
    change({ busy: true });
    try {
      const info = await engine.learn(recommender.id, anyway);
      if (info.lessons?.[0]?.number !== recommender.lessons?.[0]?.number) await adopt(info);
    } finally {
      change({ busy: false });
    }
  }

  /** Learns what was said, once nothing more is, where that is wanted and can be. */
  function learnSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { taste, training } = store.get();
      if (taste.learning.on && !training.busy) void attempt(() => learn(false));
    }, idle);
  }

  return {
    learnSoon,

    readLearning: async () => {
      const { recommender, models } = store.get();
      if (!recommender) return;
      const model = models.find(({ name }) => name === recommender.model);
      const setting = await engine.setting(settingOf(recommender));
      const on = setting ? setting === 'on' : model?.fineTunes === 'byDefault';
      if (store.get().recommender?.model === recommender.model) change({ on });
    },

    /** Reads the recommenders again, whose lessons may be forgotten. */
    rereadLessons: async () => {
      const recommenders = await engine.recommenders();
      const { recommender } = store.get();
      const info = recommenders.find(({ id }) => id === recommender?.id) ?? null;
      store.set({ recommenders, recommender: info });
    },

    /** Lets the model learn by itself from what is said, or no more. */
    letLearn: (on: boolean) =>
      attempt(async () => {
        const { recommender } = store.get();
        if (!recommender) return;
        change({ on });
        await engine.setSetting(settingOf(recommender), on ? 'on' : 'off');
        if (on) learnSoon();
      }),

    learnNow: () => attempt(() => learn(true)),

    undoLesson: () =>
      attempt(async () => {
        const { recommender } = store.get();
        if (recommender) await adopt(await engine.undoLesson(recommender.id));
      }),
  };
}
