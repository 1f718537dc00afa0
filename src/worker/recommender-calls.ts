import { failure } from '../errors';
import type { EngineApi, ItemMap, RecommenderInfo } from '../api';
import { itemCounts, type Dataset } from '../engine/data/dataset';
import type { Recommender } from '../engine/models/recommender';
import { readRecommender } from '../engine/models/saved';
import { principalPlane } from '../kernels/principal';
import { listDatasets } from '../storage/datasets';
import { listRecommenders, loadRecommender, saveRecommender } from '../storage/recommenders';
import { cardOf, type Library } from './library';
import { openRecommender } from './opened';

type RecommenderCalls = Pick<
  EngineApi,
  'recommenders' | 'itemMap' | 'exportRecommender' | 'importRecommender'
>;

/** Calls about the recommenders there are. */
export function recommenderCalls(library: Library): RecommenderCalls {
  return {
    recommenders: listRecommenders,

    async itemMap(id) {
      const { recommender, dataset } = await openRecommender(library, id);
      return mapOf(await recommender.itemVectors(), dataset);
    },

    async exportRecommender(id) {
      const [file] = await loadRecommender(id);
      if (!file) throw failure('NotFoundError', 'This recommender is not stored here any more.');
      return file.arrayBuffer();
    },

    async importRecommender(buffer) {
      const file = new Blob([buffer]);
      const recommender = await readRecommender(file);
      const info = await describe(recommender, file);
      recommender.dispose();
      await saveRecommender(info, file);
      return info;
    },
  };
}

/** An imported recommender serves from stored data that have its items. @throws NotFoundError */
async function describe(recommender: Recommender, file: Blob): Promise<RecommenderInfo> {
  const { model, config, items } = recommender;
  const dataset = (await listDatasets()).find((candidate) => candidate.items === items.size);
  if (!dataset) {
    throw failure('NotFoundError', 'Import the data that this recommender learned from first.');
  }
  return {
    id: crypto.randomUUID(),
    name: model.title,
    model: model.name,
    title: model.title,
    dataset: dataset.id,
    config,
    items: items.size,
    refitted: true,
    epochs: typeof config.epochs === 'number' ? config.epochs : 1,
    bytes: file.size,
    createdAt: Date.now(),
  };
}

/** Item vectors laid flat. */
function mapOf(
  { values, width }: { readonly values: Float32Array; readonly width: number },
  dataset: Dataset,
): ItemMap {
  return {
    items: dataset.items.ids.map((_id, item) => cardOf(dataset, item)),
    ...principalPlane(values, width),
    counts: itemCounts(dataset),
  };
}
