import { failure } from '../errors';
import type { AutoChoice, Device, LessonCalls, RunInfo, RunProgress, TrainingCalls } from '../api';
import { completeConfig } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { chooseModel } from '../engine/training/auto';
import { preflight } from '../engine/training/preflight';
import type { TimedResult } from '../engine/training/trial';
import { findRun, listRuns, removeRun } from '../storage/runs';
import { measureRun } from './cold-start';
import type { Learner } from './learner';
import type { Library } from './library';
import { createRun, type Run } from './run';

/** The device belongs to one training in one tab: the lock is the browser's, and goes with the tab. */
const lockName = 'palate-training';
/** How long to wait for it, in ms: after a reload the worker before may not be quite gone. */
const patience = 5000;

/** Something that has the device for long, and how the page steers it. */
type Job = Pick<Run, 'pause' | 'proceed' | 'stop'> & Partial<Pick<Run, 'id'>>;

/** What computes. */
interface Devices {
  start(): Promise<Device>;
  /** Puts another in the place of one that was lost, for the first time or again. */
  replace(losses: number): Promise<Device>;
}

/** Calls about training: one run at a time, and lessons while there is none. */
export function trainingCalls(
  library: Library,
  learner: Learner,
  devices: Devices,
): TrainingCalls & LessonCalls {
  const baselines = new Map<string, TimedResult>();
  let current: Job | null = null;

  /** Has the device for the `work` of `job` alone: one at a time, in all tabs. */
  async function alone<T>(job: Job, work: () => Promise<T>): Promise<T> {
    if (current) throw busy();
    current = job;
    const release = await learner.hold();
    try {
      return await withLock(work);
    } finally {
      current = null;
      release();
    }
  }

  function carryOut(
    begin: () => Promise<RunInfo>,
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunInfo> {
    const run = createRun({ library, baselines, onProgress, replace: devices.replace });
    return alone(run, () => run.carryOut(begin));
  }

  async function chooseFor(dataset: string, options = {}): Promise<AutoChoice> {
    const { model, ...why } = chooseModel(await library.dataset(dataset), options);
    return { model: model.name, ...why };
  }

  return {
    chooseModel: chooseFor,

    async preflight(dataset, name, given) {
      const model = findModel(name);
      const config = completeConfig(model.fields, given);
      return preflight(model, await library.dataset(dataset), config);
    },

    train: (request, onProgress) =>
      carryOut(async () => {
        const isAuto = request.model === 'auto';
        const model = isAuto ? (await chooseFor(request.dataset)).model : request.model;
        const config = completeConfig(findModel(model).fields, request.config);
        return {
          id: crypto.randomUUID(),
          request: { ...request, model, config },
          state: 'training',
          split: null,
          device: await devices.start(),
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
        const run = await findRun(id);
        return { ...run, state: 'training', device: await devices.start(), error: null };
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

    coldStart(id, onProgress) {
      const measuring = new AbortController();
      const job = { pause() {}, proceed() {}, stop: () => measuring.abort() };
      return alone(job, async () => {
        const signal = AbortSignal.any([measuring.signal, library.signal]);
        await devices.start();
        return measureRun(library, id, signal, onProgress);
      });
    },

    runs: listRuns,

    async removeRun(id) {
      if (current?.id === id) throw busy();
      await removeRun(id);
    },

    async learn(id, anyway) {
      if (!(await isLockFree())) throw busy();
      await devices.start();
      return learner.learn(id, anyway);
    },

    undoLesson: learner.undo,
  };
}

/** Whether no tab is training. */
function isLockFree(): Promise<boolean> {
  return navigator.locks.request(lockName, { ifAvailable: true }, (lock) => lock !== null);
}

/** @throws BusyError when another tab keeps the device */
async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const waiting = AbortSignal.timeout(patience);
  try {
    return (await navigator.locks.request(lockName, { signal: waiting }, work)) as T;
  } catch (error) {
    throw error === waiting.reason ? busy() : error;
  }
}

function busy(): Error {
  return failure('BusyError', 'A training is under way, here or in another tab. Wait, or stop it.');
}
