import { failure } from '../errors';
import type { ItemMap, RecommenderCalls, RecommenderInfo } from '../api';
import { itemCounts, type Dataset } from '../engine/data/dataset';
import type { Vocabulary } from '../engine/data/vocabulary';
import type { Recommender } from '../engine/models/recommender';
import { decodeCheckpoint, encodeCheckpoint, withoutUsers } from '../engine/models/checkpoint';
import { readRecommender } from '../engine/models/saved';
import type { ItemVectors } from '../engine/serving/shelf';
import { principalPlane } from '../kernels/principal';
import { listDatasets } from '../storage/datasets';
import {
  listRecommenders,
  loadRecommender,
  removeRecommender,
  saveRecommender,
} from '../storage/recommenders';
import { cardOf, firstReadable, type Library } from './library';
import { openRecommender } from './opened';
import { hasAll, tryOut } from './outside';
import type { Shelves } from './shelves';

/** Calls about the recommenders there are. */
export function recommenderCalls(
  library: Library,
  shelves: Shelves,
): Omit<RecommenderCalls, 'exportBundle'> {
  return {
    recommenders: listRecommenders,

    async itemMap(id) {
      const opened = await openRecommender(library, id);
      const { by, vectors } = await shelves.placing(opened);
      return { by, ...mapOf(vectors, opened.recommender.items, opened.dataset) };
    },

    async exportRecommender(id, { users = false } = {}) {
      const checkpoint = await firstReadable(await loadRecommender(id), decodeCheckpoint);
      const file = await encodeCheckpoint(users ? checkpoint : withoutUsers(checkpoint));
      return file.arrayBuffer();
    },

    async removeRecommender(id) {
      await removeRecommender(id);
      library.forget(id);
    },

    async importRecommender(buffer) {
      const file = new Blob([buffer]);
      const recommender = await readRecommender(file);
      try {
        const info = await describe(library, recommender, file);
        await tryOut(recommender);
        await saveRecommender(info, file);
        return info;
      } finally {
        recommender.dispose();
      }
    },
  };
}

/** An imported recommender serves from stored data that have its items. @throws NotFoundError */
async function describe(
  library: Library,
  recommender: Recommender,
  file: Blob,
): Promise<RecommenderInfo> {
  const { model, config, items } = recommender;
  const dataset = await findHome(library, recommender);
  if (!dataset) {
    throw failure('NotFoundError', 'Import the data that this recommender learned from first.');
  }
  return {
    id: crypto.randomUUID(),
    name: model.title,
    model: model.name,
    title: model.title,
    dataset,
    config,
    items: items.size,
    refitted: true,
    epochs: typeof config.epochs === 'number' ? config.epochs : 1,
    bytes: file.size,
    createdAt: Date.now(),
  };
}

/** The newest data that have all items of a recommender, or null. */
async function findHome(library: Library, { items }: Recommender): Promise<string | null> {
  for (const { id, items: size, newItems = 0 } of await listDatasets()) {
    if (size + newItems < items.size) continue;
    if (hasAll((await library.catalogue(id)).items, items)) return id;
  }
  return null;
}

/** Item vectors laid flat. */
function mapOf(
  { values, width }: ItemVectors,
  items: Vocabulary,
  dataset: Dataset,
): Omit<ItemMap, 'by'> {
  const places = items.ids.map((id) => dataset.items.indexOf(id));
  const counts = itemCounts(dataset);
  return {
    items: places.map((place) => cardOf(dataset, place)),
    ...principalPlane(values, width),
    counts: Float32Array.from(places, (place) => counts[place]),
  };
}
