/**
 * Page ↔ worker: every call and every value that crosses, by what they are about. Types only.
 * Ids are strings on this border; indices never cross it.
 */
import type { DataCalls } from './api/data';
import type { ListCalls } from './api/lists';
import type { LogCalls } from './api/log';
import type { BackendName, Device, ModelInfo, PublishedFigure } from './api/models';
import type { OwnCalls } from './api/own';
import type { LessonCalls, RecommenderCalls } from './api/recommenders';
import type { StorageCalls } from './api/storage';
import type { TrainingCalls } from './api/training';

export type * from './api/models';
export type * from './api/items';
export type * from './api/data';
export type * from './api/own';
export type * from './api/runs';
export type * from './api/training';
export type * from './api/recommenders';
export type * from './api/lists';
export type * from './api/log';
export type * from './api/storage';

/** Everything the page can ask of the worker. */
export interface EngineApi
  extends
    DataCalls,
    OwnCalls,
    TrainingCalls,
    RecommenderCalls,
    LessonCalls,
    ListCalls,
    LogCalls,
    StorageCalls {
  /** Starts a backend; the first call decides. @throws DeviceError */
  start(preferred: BackendName | null): Promise<Device>;
  models(): Promise<readonly ModelInfo[]>;
  /** What others have measured, to be shown beside our own where it can be compared. */
  published(): Promise<readonly PublishedFigure[]>;
}
