/** The record of a run, field by field, for when it comes from outside. */
import type { ColdStage, ColdStart, Device, EpochReport, RunInfo, TrainRequest } from '../../api';
import * as is from '../checks';
import { isMetrics, isScorecard } from './scorecard';

export const isConfig = is.recordOf(is.either(is.number, is.text));
const isBackend = is.oneOf('webgpu', 'wasm', 'cpu');

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

const isEstimate = is.shape<ColdStage['foldIn']>({ mean: is.number, interval: is.interval });

const isColdStart = is.shape<ColdStart>({
  people: is.count,
  seed: is.number,
  stages: is.listOf(
    is.shape<ColdStage>({
      known: is.count,
      popularity: isEstimate,
      foldIn: isEstimate,
      lead: is.shape<ColdStage['lead']>({ mean: is.number, interval: is.interval, p: is.number }),
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
