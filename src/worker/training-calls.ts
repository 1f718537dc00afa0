import { failure } from '../errors';
import type { Device, EngineApi, RunInfo, RunProgress } from '../api';
import { completeConfig } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import type { TimedResult } from '../engine/training/trial';
import { listRuns, removeRun } from '../storage/runs';
import type { Library } from './library';
import { startRun, type Run } from './run';

type TrainingCalls = Pick<
  EngineApi,
  'train' | 'resume' | 'pause' | 'proceed' | 'stop' | 'runs' | 'removeRun'
>;

/** The device belongs to one training in one tab: the lock is the browser's, and goes with the tab. */
const lockName = 'palate-training';

/** Calls about training: one run at a time. */
export function trainingCalls(library: Library, device: () => Promise<Device>): TrainingCalls {
  const baselines = new Map<string, TimedResult>();
  let current: Run | null = null;

  function carryOut(
    begin: () => Promise<RunInfo>,
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunInfo> {
    return navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (!lock) throw busy();
      try {
        current = startRun(await begin(), { library, baselines, onProgress });
        return await current.finished;
      } finally {
        current = null;
      }
    });
  }

  return {
    train: (request, onProgress) =>
      carryOut(async () => {
        const config = completeConfig(findModel(request.model).fields, request.config);
        return {
          id: crypto.randomUUID(),
          request: { ...request, config },
          state: 'training',
          split: null,
          device: await device(),
          epochs: [],
          scorecards: [],
          testReads: 0,
          recommender: null,
          notes: [],
          error: null,
          startedAt: Date.now(),
        };
      }, onProgress),

    resume: (id, onProgress) =>
      carryOut(async () => {
        const run = (await listRuns()).find((candidate) => candidate.id === id);
        if (!run) throw failure('NotFoundError', 'This run is not stored here any more.');
        return { ...run, state: 'training', device: await device(), error: null };
      }, onProgress),

    async pause() {
      current?.pause();
    },

    async proceed() {
      current?.proceed();
    },

    async stop() {
      current?.stop();
    },

    runs: listRuns,
    removeRun,
  };
}

function busy(): Error {
  return failure('BusyError', 'A training is under way, here or in another tab. Wait, or stop it.');
}
