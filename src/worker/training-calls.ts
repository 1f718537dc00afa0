import type { AutoChoice, Device, LessonCalls, RunInfo, RunProgress, TrainingCalls } from '../api';
import { completeConfig } from '../engine/models/model';
import { findModel } from '../engine/models/registry';
import { chooseModel } from '../engine/training/auto';
import { preflight } from '../engine/training/preflight';
import type { TimedResult } from '../engine/training/trial';
import { findRun, listRuns, removeRun } from '../storage/runs';
import { measureRun } from './cold-start';
import { busy, type DeviceTurn } from './device-turn';
import type { Learner } from './learner';
import type { Library } from './library';
import { createRun } from './run';

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
  turn: DeviceTurn,
): TrainingCalls & LessonCalls {
  const baselines = new Map<string, TimedResult>();

  function carryOut(
    begin: () => Promise<RunInfo>,
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunInfo> {
    const run = createRun({ library, baselines, onProgress, replace: devices.replace });
    return turn.give(run, () => run.carryOut(begin));
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
      turn.job?.pause();
    },

    async proceed() {
      turn.job?.proceed();
    },

    async stop() {
      turn.job?.stop();
    },

    coldStart(id, onProgress) {
      const measuring = new AbortController();
      const job = { pause() {}, proceed() {}, stop: () => measuring.abort() };
      return turn.give(job, async () => {
        const signal = AbortSignal.any([measuring.signal, library.signal]);
        await devices.start();
        return measureRun(library, id, signal, onProgress);
      });
    },

    runs: listRuns,

    async removeRun(id) {
      if (turn.job?.info?.id === id) throw busy();
      await removeRun(id);
    },

    async learn(id, anyway) {
      await turn.requireFree();
      await devices.start();
      return learner.learn(id, anyway);
    },

    undoLesson: learner.undo,
  };
}
