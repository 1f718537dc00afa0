import type { Controls } from '../api';
import type { TasteContext } from './taste-actions';

/** The controls that name items. */
export type NamedList = 'pinned' | 'boosted' | 'lessLike';

/** What can be asked of the list, and about it. */
export function listActions({ client, store, attempt, update, recommend, lookInto }: TasteContext) {
  const { engine } = client;

  const control = (changes: Partial<Controls<string>>) =>
    attempt(async () => {
      const { dataset, taste } = store.get();
      if (!dataset || !taste.controls) return;
      const controls = { ...taste.controls, ...changes };
      update({ controls });
      await Promise.all([recommend(), engine.setControls(dataset.id, controls)]);
    });

  return {
    /** Applies controls at once and keeps them with the dataset. */
    control,

    resetControls: () =>
      attempt(async () => {
        const { dataset } = store.get();
        if (!dataset) return;
        await engine.setControls(dataset.id, null);
        update({ controls: await engine.controls(dataset.id) });
        await recommend();
      }),

    /** Puts an item on one of the lists of the controls, or takes it off. */
    toggle: async (list: NamedList, item: string) => {
      const before = store.get().taste.controls?.[list] ?? [];
      const without = before.filter((each) => each !== item);
      const changed = without.length < before.length ? without : [...before, item];
      await control({ [list]: changed });
    },

    /** Looks at a recommendation more closely, or no more. */
    lookAt: (item: string | null) =>
      attempt(async () => {
        if (item === null) return update({ details: null });
        await lookInto({ item, explained: null, similar: null });
      }),

    askPeople: () =>
      attempt(async () => {
        const { recommender, taste } = store.get();
        if (!recommender) return;
        const { who, opinions } = taste;
        const people = await engine.peopleLike({ recommender: recommender.id, who });
        const now = store.get().taste;
        if (now.who === who && now.opinions === opinions) update({ people });
      }),
  };
}
