import type { ListCalls, Recommendation } from '../api';
import { nearestTo } from '../engine/serving/neighbours';
import { knownItems } from '../engine/data/vocabulary';
import { nextQuestion } from '../engine/serving/questions';
import { explainItem } from './explain';
import { cardOf, type Library } from './library';
import { standsOf } from './opinions';
import { peopleLike } from './people';
import { openAsking, recommend } from './recommend';
import { serveList } from './serve';
import type { Shelves } from './shelves';
import { byTaste } from './taste-search';

/** How many found items are put in order by taste. */
const mostFound = 60;

/** Calls that ask a recommender. */
export function listCalls(library: Library, shelves: Shelves): ListCalls {
  const ask = (id: string) => openAsking(library, id);

  return {
    async recommend(request): Promise<readonly Recommendation[]> {
      return recommend(await ask(request.recommender), request);
    },

    async serve(request) {
      const asking = await ask(request.recommender);
      const list = await serveList(asking, await shelves.shelf(asking), request);
      return { id: crypto.randomUUID(), ...list };
    },

    async explain(request) {
      return explainItem(await ask(request.recommender), request);
    },

    async peopleLike({ recommender: id, who }) {
      return peopleLike(await ask(id), who);
    },

    async question(id, unknown) {
      const asking = await ask(id);
      const { recommender, dataset, actions } = asking;
      const { likeness } = await shelves.shelf(asking);
      const said = standsOf(actions).map(({ item }) => item);
      const asked = {
        items: knownItems(said, recommender.items),
        unknown: knownItems(unknown, recommender.items),
      };
      const item = nextQuestion(await shelves.questions(asking), likeness, asked);
      return item === null ? null : cardOf(dataset, item);
    },

    async neighbours(id, items, k) {
      const asking = await ask(id);
      const likeness = await shelves.similarity(asking);
      const { dataset, recommender } = asking;
      const { ids, size } = recommender.items;
      return items.map((item) =>
        nearestTo(recommender.items.indexOf(item), likeness, size, k).map((near) => ({
          ...cardOf(dataset, dataset.items.find(ids[near.item])),
          likeness: near.likeness,
        })),
      );
    },

    async searchItems(id, text, limit, recommender) {
      const [dataset, search] = [await library.catalogue(id), await library.search(id)];
      const found = search(text, recommender ? Math.max(limit, mostFound) : limit);
      const sorted = recommender ? await byTaste(found, await ask(recommender)) : found;
      return sorted.slice(0, limit).map(({ item }) => cardOf(dataset, item));
    },
  };
}
