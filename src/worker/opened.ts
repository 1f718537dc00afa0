import { failure } from '../errors';
import type { RecommenderInfo } from '../api';
import type { Dataset } from '../engine/data/dataset';
import type { Recommender } from '../engine/models/recommender';
import { listRecommenders } from '../storage/recommenders';
import type { Library } from './library';

/** A recommender with what it takes to ask it. */
export interface Opened {
  readonly info: RecommenderInfo;
  readonly recommender: Recommender;
  /** The data it learned from, with all new items where it knows some. */
  readonly dataset: Dataset;
}

/** @throws NotFoundError */
export async function openRecommender(library: Library, id: string): Promise<Opened> {
  const info = (await listRecommenders()).find((candidate) => candidate.id === id);
  if (!info) throw failure('NotFoundError', 'This recommender is not stored here any more.');
  const [recommender, chosen] = await Promise.all([
    library.recommender(id),
    library.dataset(info.dataset),
  ]);
  // New items come last in what learned of them.
  const { ids } = recommender.items;
  const knowsNew = ids.length > 0 && chosen.items.find(ids[ids.length - 1]) < 0;
  const dataset = knowsNew ? await library.catalogue(info.dataset) : chosen;
  return { info, recommender, dataset };
}
