import type { Dataset } from '../data/dataset';
import { joinNewItems } from '../data/new-items';
import type { Model } from '../models/model';

/** What a model that serves learns from: all there is, with new items where it can judge them. */
export function dataToServe({ newItems }: Model, dataset: Dataset): Dataset {
  return newItems ? joinNewItems(dataset, newItems) : dataset;
}
