/** The stored records, field by field, for when they come from outside. */
import type {
  Action,
  ColdStage,
  ColdStart,
  Controls,
  DatasetInfo,
  Device,
  EpochReport,
  HistoryEntry,
  ImportReport,
  ItemCard,
  LessonInfo,
  Problem,
  RecommenderInfo,
  RunInfo,
  Scorecard,
  Slice,
  Slicing,
  ShownList,
  SideInfo,
  TrainRequest,
} from '../api';
import * as is from './checks';

const isConfig = is.recordOf(is.either(is.number, is.text));
const isMetrics = is.recordOf(is.number);
const isInterval = is.tuple(is.number, is.number);
const isBackend = is.oneOf('webgpu', 'wasm', 'cpu');

const isProblem = is.shape<Problem>({
  file: is.text,
  line: is.count,
  why: is.oneOf(
    'too-few-columns',
    'no-user',
    'no-item',
    'bad-rating',
    'bad-time',
    'duplicate',
    'stray-quote',
    'empty-cell',
    'too-varied',
    'too-many-new',
  ),
  text: is.text,
});

const isReport = is.shape<ImportReport>({
  rows: is.count,
  kept: is.count,
  counts: is.recordOf(is.count),
  problems: is.listOf(isProblem),
  duplicates: is.optional(is.oneOf('newest', 'first', 'all', 'mean')),
});

const isSide = is.shape<SideInfo>({
  people: is.listOf(is.text),
  items: is.listOf(is.text),
  context: is.listOf(is.text),
  triples: is.count,
  friends: is.count,
});

export const isDatasetInfo = is.shape<DatasetInfo>({
  id: is.text,
  name: is.text,
  source: is.oneOf('file', 'demo'),
  users: is.count,
  items: is.count,
  interactions: is.count,
  hash: is.text,
  valueRange: isInterval,
  period: is.orNull(isInterval),
  newItems: is.optional(is.count),
  hasTitles: is.flag,
  side: is.optional(isSide),
  report: isReport,
  bytes: is.count,
  createdAt: is.number,
});

const isRequest = is.shape<TrainRequest>({
  dataset: is.text,
  model: is.text,
  config: isConfig,
  split: is.oneOf('auto', 'temporal', 'leave-one-out', 'random'),
  seed: is.number,
  minValue: is.orNull(is.number),
  kCore: is.optional(is.orNull(is.number)),
});

const isDevice = is.shape<Device>({
  backend: isBackend,
  adapter: is.text,
  skipped: is.listOf(is.shape({ backend: isBackend, why: is.text })),
});

const isEpoch = is.shape<EpochReport>({
  epoch: is.count,
  loss: is.optional(is.number),
  validation: isMetrics,
  best: is.flag,
  seconds: is.number,
  interactionsPerSecond: is.number,
});

const isDifference = is.shape<NonNullable<Scorecard['difference']>>({
  baseline: is.text,
  metric: is.optional(is.oneOf('ndcg@10', 'rmse')),
  mean: is.number,
  interval: isInterval,
  p: is.optional(is.number),
});

const isSlicing = is.shape<Slicing>({
  by: is.text,
  metric: is.optional(is.oneOf('ndcg@10', 'rmse')),
  slices: is.listOf(
    is.shape<Slice>({
      name: is.text,
      range: is.orNull(isInterval),
      n: is.count,
      metrics: isMetrics,
      interval: is.orNull(isInterval),
    }),
  ),
  gap: is.orNull(is.shape({ best: is.text, worst: is.text, size: is.number })),
});

const isOrderWorth = is.shape<NonNullable<Scorecard['order']>>({
  shuffled: is.number,
  lost: is.shape({ mean: is.number, interval: isInterval, p: is.number }),
});

const isScorecard = is.shape<Scorecard>({
  model: is.text,
  title: is.text,
  metrics: isMetrics,
  intervals: is.recordOf(isInterval),
  users: is.count,
  difference: is.optional(isDifference),
  slices: is.optional(is.listOf(isSlicing)),
  order: is.optional(isOrderWorth),
  diversityBy: is.optional(is.oneOf('genres', 'co-occurrence')),
  seconds: is.number,
  bytes: is.optional(is.count),
  sampled: is.optional(isMetrics),
});

const isEstimate = is.shape<ColdStage['foldIn']>({ mean: is.number, interval: isInterval });

const isColdStart = is.shape<ColdStart>({
  people: is.count,
  seed: is.number,
  stages: is.listOf(
    is.shape<ColdStage>({
      known: is.count,
      popularity: isEstimate,
      foldIn: isEstimate,
      lead: is.shape<ColdStage['lead']>({ mean: is.number, interval: isInterval, p: is.number }),
    }),
  ),
});

export const isRunInfo = is.shape<RunInfo>({
  id: is.text,
  request: isRequest,
  state: is.oneOf('training', 'paused', 'done', 'stopped', 'failed'),
  split: is.orNull(
    is.shape({
      protocol: is.oneOf('temporal', 'leave-one-out', 'random', 'k-fold'),
      hash: is.text,
    }),
  ),
  device: isDevice,
  epochs: is.listOf(isEpoch),
  scorecards: is.listOf(isScorecard),
  testReads: is.count,
  recommender: is.orNull(is.text),
  notes: is.listOf(is.oneOf('serves-from-train', 'item-knn-for-ease', 'device-replaced')),
  error: is.orNull(is.shape({ name: is.text, message: is.text })),
  startedAt: is.number,
  coldStart: is.optional(isColdStart),
});

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

export const isAction = is.shape<Action>({
  dataset: is.text,
  item: is.text,
  kind: is.oneOf('rate', 'like', 'dislike', 'click', 'hide', 'clear'),
  value: is.orNull(is.number),
  at: is.number,
  shown: is.optional(
    is.shape<NonNullable<Action['shown']>>({ list: is.text, propensity: is.number }),
  ),
});

const isExplorer = is.oneOf('epsilon-greedy', 'thompson');

export const isShownList = is.shape<ShownList>({
  id: is.text,
  dataset: is.text,
  recommender: is.text,
  at: is.number,
  items: is.listOf(is.text),
  propensities: is.listOf(is.number),
  explorer: is.optional(isExplorer),
});

const isTexts = is.listOf(is.text);
const isYear = is.orNull(is.number);

export const isControls = is.shape<Controls<string>>({
  genres: isTexts,
  years: is.tuple(isYear, isYear),
  text: is.text,
  blockedGenres: isTexts,
  boostedGenres: isTexts,
  boosted: isTexts,
  pinned: isTexts,
  lessLike: isTexts,
  diversity: is.number,
  popularity: is.number,
  exploration: is.number,
  explorer: is.optional(isExplorer),
  newItems: is.optional(is.oneOf('only', 'none')),
});
