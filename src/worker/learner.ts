import { failure } from '../errors';
import type { RecommenderInfo } from '../api';
import { leastLiked } from '../engine/training/lesson';
import { createTurns } from '../kernels/turns';
import { saveLesson, undoLesson } from '../storage/lessons';
import { around } from './around';
import { createGate } from './gate';
import { teach } from './lesson';
import type { Library } from './library';
import { saysTheSame } from './opinions';
import { openAsking, youOf } from './recommend';

/** Learns on from the person at the screen: one lesson at a time, behind all else there is to do. */
export interface Learner {
  /** @throws AbortError when it had to give way, BusyError, ConfigError, InputError */
  learn(recommender: string, anyway: boolean): Promise<RecommenderInfo>;
  undo(recommender: string): Promise<RecommenderInfo>;
  /** The same calls, for which a lesson stands back until they are answered. */
  behind<Calls extends object>(calls: Calls): Calls;
  /** Ends the lesson under way, and lets no other begin until it is released. */
  hold(): Promise<() => void>;
}

export function createLearner(library: Library): Learner {
  const gate = createGate();
  let [asked, holds] = [0, 0];
  let current: { readonly stop: AbortController; readonly ended: Promise<unknown> } | null = null;

  async function first<T>(work: () => Promise<T>): Promise<T> {
    asked++;
    gate.close();
    try {
      return await work();
    } finally {
      if (--asked === 0) gate.open();
    }
  }

  /** Puts what is loaded of a recommender away while nobody asks it. */
  async function exchange(recommender: string): Promise<void> {
    await gate.passed();
    library.forget(recommender);
  }

  async function learn(id: string, anyway: boolean, signal: AbortSignal): Promise<RecommenderInfo> {
    const asking = await openAsking(library, id);
    const { history } = youOf(asking);
    const isNew = !saysTheSame(history, asking.info.lessons?.[0]?.history ?? []);
    const isEnough = history.filter(({ value = 1 }) => value > 0).length >= leastLiked;
    if (!anyway && !(isNew && isEnough)) return asking.info;
    const letIn = createTurns();
    const turn = async (): Promise<void> => {
      await letIn();
      await gate.passed();
    };
    const { lesson, file } = await teach(asking, { signal, turn });
    signal.throwIfAborted();
    const info = await saveLesson(id, lesson, file);
    await exchange(id);
    return info;
  }

  return {
    async learn(id, anyway) {
      if (holds > 0 || current) {
        throw failure('BusyError', 'Something else is being learned. Wait, or stop it.');
      }
      const stop = new AbortController();
      const lesson = learn(id, anyway, AbortSignal.any([stop.signal, library.signal]));
      current = { stop, ended: lesson.catch(() => {}) };
      try {
        return await lesson;
      } finally {
        current = null;
      }
    },

    async undo(id) {
      const info = await undoLesson(id);
      await exchange(id);
      return info;
    },

    behind: (calls) => around(calls, first),

    async hold() {
      holds++;
      current?.stop.abort();
      await current?.ended;
      return () => void holds--;
    },
  };
}
