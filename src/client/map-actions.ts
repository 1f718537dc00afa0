import type { Context } from './loading';

/** What can be done in the Map room. */
export function mapActions({ client, store, attempt }: Context) {
  return {
    /** Reads the map of the chosen recommender; one without item vectors has none. */
    openMap: () =>
      attempt(async () => {
        const { recommender, chart } = store.get();
        if (!recommender || chart?.recommender === recommender.id) return;
        const map = await client.engine.itemMap(recommender.id).catch((error: unknown) => {
          if (error instanceof Error && error.name === 'NotFoundError') return null;
          throw error;
        });
        store.set({ chart: { recommender: recommender.id, map } });
      }),
  };
}
