/** The record of a recommender, field by field, for when it comes from outside. */
import type { HistoryEntry, ItemCard, LessonInfo, RecommenderInfo } from '../../api';
import * as is from '../checks';
import { isConfig } from './run';

const isItemCard = is.shape<ItemCard>({
  item: is.text,
  title: is.text,
  year: is.orNull(is.number),
  genres: is.listOf(is.text),
});

const isLesson = is.shape<LessonInfo>({
  number: is.count,
  at: is.number,
  seconds: is.number,
  history: is.listOf(
    is.shape<HistoryEntry>({
      item: is.text,
      value: is.optional(is.number),
      at: is.optional(is.number),
    }),
  ),
  fresh: is.count,
  others: is.count,
  before: is.number,
  after: is.number,
  outcome: is.oneOf('kept', 'rolled-back', 'undone'),
  entered: is.listOf(isItemCard),
  left: is.listOf(isItemCard),
});

export const isRecommenderInfo = is.shape<RecommenderInfo>({
  id: is.text,
  name: is.text,
  model: is.text,
  title: is.text,
  dataset: is.text,
  config: isConfig,
  items: is.count,
  refitted: is.flag,
  epochs: is.count,
  bytes: is.count,
  createdAt: is.number,
  lessons: is.optional(is.listOf(isLesson)),
});
