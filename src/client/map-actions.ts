import type { Context } from './loading';
import type { Chart } from './state';

/** How many neighbours a chosen item has, how many items a search finds, and what the list holds. */
const [nearest, mostFound, listedItems, listedNear] = [10, 24, 60, 3];

/** What can be done in the Map room. */
export function mapActions({ client, store, attempt }: Context) {
  const { engine } = client;

  /** Changes the chart, unless another has taken its place. */
  function update(recommender: string, changes: Partial<Chart>): void {
    const { chart } = store.get();
    if (chart?.recommender === recommender) store.set({ chart: { ...chart, ...changes } });
  }

  return {
    /** Reads the map of the chosen recommender. */
    openMap: () =>
      attempt(async () => {
        const { recommender, chart } = store.get();
        if (!recommender || chart?.recommender === recommender.id) return;
        const map = await engine.itemMap(recommender.id);
        const nothing = { search: '', found: [], chosen: null, neighbours: null, listed: null };
        store.set({ chart: { recommender: recommender.id, map, ...nothing } });
      }),

    /** Looks at an item of the map and at its neighbours, or at none. */
    chooseOnMap: (item: string | null) =>
      attempt(async () => {
        const { chart } = store.get();
        if (!chart) return;
        update(chart.recommender, { chosen: item, neighbours: null });
        if (item === null) return;
        const [neighbours] = await engine.neighbours(chart.recommender, [item], nearest);
        if (store.get().chart?.chosen === item) update(chart.recommender, { neighbours });
      }),

    /** Finds items by their titles, with room for typing errors. */
    searchMap: (search: string) =>
      attempt(async () => {
        const { chart, dataset } = store.get();
        if (!chart || !dataset) return;
        const isEmpty = search.trim() === '';
        update(chart.recommender, { search, ...(isEmpty && { found: [] }) });
        if (isEmpty) return;
        const found = await engine.searchItems(dataset.id, search, mostFound);
        if (store.get().chart?.search === search) update(chart.recommender, { found });
      }),

    /** Reads the map in words: the most chosen items, each with its neighbours. */
    listMap: () =>
      attempt(async () => {
        const { chart } = store.get();
        if (!chart || chart.listed) return;
        const { items: cards, counts } = chart.map;
        const items = Array.from(counts.keys())
          .sort((a, b) => counts[b] - counts[a])
          .slice(0, listedItems);
        const ids = items.map((item) => cards[item].item);
        const near = await engine.neighbours(chart.recommender, ids, listedNear);
        update(chart.recommender, { listed: { items, near } });
      }),
  };
}
