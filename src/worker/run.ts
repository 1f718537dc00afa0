import type { RunInfo } from '../api';
import { deviceLoss } from '../kernels/backend';
import { named } from './failures';
import { createGate, type Gate } from './gate';
import { createRunLog, type RunLog } from './run-log';
import {
  bringBaselines,
  keep,
  learn,
  prepareTask,
  refitOnAll,
  testOwn,
  type Drive,
  type RunSetting,
} from './run-steps';
import { createTurns } from '../kernels/turns';

/** A run, and the handles by which the page steers it: before it has begun, too. */
export interface Run {
  /** Its record, once it has begun. */
  readonly info: RunInfo | null;
  /** Halts after the step in progress, and writes a checkpoint. */
  pause(): void;
  proceed(): void;
  /** Ends what is in progress: first the learning, then what comes after it. */
  stop(): void;
  /**
   * Fits, validates, tests, refits on everything, keeps the result, and brings the baselines. What
   * `begin` gives is a new run, or one that was cut off. Rejects as the training does, once the
   * record says so.
   */
  carryOut(begin: () => Promise<RunInfo>): Promise<RunInfo>;
}

/** Checkpoints are written this often, in ms, or less often where writing takes long. */
const checkpointEvery = 5000;
/** Writing checkpoints may take one part in this many of the time. */
const checkpointShare = 20;

/** A run outlives so many devices. */
const mostLosses = 4;

export function createRun(setting: RunSetting): Run {
  const gate = createGate();
  let log: RunLog | null = null;
  let current = new AbortController();
  const nextSignal = (): AbortSignal => (current = new AbortController()).signal;

  async function goThrough(log: RunLog): Promise<RunInfo> {
    const task = await prepareTask(log, setting, { drive: driveWith(log, gate), gate });
    const learned = await learn(task, current.signal);
    if (!learned.best) return finish(log, 'stopped');
    const own = await testOwn(task, learned);
    const isCutShort = current.signal.aborted || learned.diverged !== null;
    const refitted = isCutShort ? null : await refitOnAll(task, learned, nextSignal());
    await keep(task, learned, refitted);
    await bringBaselines(task, own, nextSignal());
    if (learned.diverged) throw learned.diverged;
    return finish(log, refitted ? 'done' : 'stopped');
  }

  /** Goes on from the last checkpoint on another device, should the one in use be lost. */
  async function survive(log: RunLog, losses = 0): Promise<RunInfo> {
    try {
      return await goThrough(log);
    } catch (cause) {
      if (losses === mostLosses || (await deviceLoss()) === null) throw cause;
      const device = await setting.replace(losses + 1);
      log.update({ device, notes: ['device-replaced'] });
      return survive(log, losses + 1);
    }
  }

  return {
    get info() {
      return log?.info ?? null;
    },
    pause: () => gate.close(),
    proceed: () => gate.open(),
    stop() {
      current.abort();
      gate.open();
    },
    async carryOut(begin) {
      const begun = createRunLog(await begin(), setting.onProgress);
      log = begun;
      try {
        return await survive(begun);
      } catch (cause) {
        const error = named(cause);
        begun.update({ state: 'failed', error: { name: error.name, message: error.message } });
        await begun.save();
        throw error;
      }
    },
  };
}

/** Tells the page, hears what it has to say, writes checkpoints, and waits while the gate is closed. */
function driveWith(log: RunLog, gate: Gate): Drive {
  return async (fit, epochs) => {
    const letMessagesIn = createTurns(); // without a GPU nothing else would
    let nextCheckpoint = 0;
    let step = await fit.next();
    for (; !step.done; step = await fit.next()) {
      log.report(step.value, epochs);
      await letMessagesIn();
      const isPaused = gate.isClosed;
      const now = performance.now();
      if (isPaused || now >= nextCheckpoint) {
        log.update({ state: isPaused ? 'paused' : 'training' });
        await log.save(await step.value.checkpoint());
        const cost = performance.now() - now;
        nextCheckpoint = now + Math.max(checkpointEvery, checkpointShare * cost);
      }
      await gate.passed();
      if (isPaused) log.update({ state: 'training' });
    }
    return step.value;
  };
}

async function finish(log: RunLog, state: 'done' | 'stopped'): Promise<RunInfo> {
  log.update({ state });
  await log.save();
  await log.dropCheckpoints();
  return log.info;
}
