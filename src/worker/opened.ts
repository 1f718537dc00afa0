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
  /** The data it learned from. */
  readonly dataset: Dataset;
}

/** @throws NotFoundError */
export async function openRecommender(library: Library, id: string): Promise<Opened> {
  const info = (await listRecommenders()).find((candidate) => candidate.id === id);
  if (!info) throw failure('NotFoundError', 'This recommender is not stored here any more.');
  const dataset = await library.dataset(info.dataset);
  return { info, recommender: await library.recommender(id), dataset };
}
