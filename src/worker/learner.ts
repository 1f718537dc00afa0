import { failure } from '../errors';
import type { RecommenderInfo } from '../api';
import { leastLiked } from '../engine/training/lesson';
import { createTurns } from '../kernels/turns';
import { saveLesson, undoLesson } from '../storage/lessons';
import type { Answers } from './answers';
import { teach } from './lesson';
import type { Library } from './library';
import { saysTheSame } from './opinions';
import { openAsking, youOf } from './recommend';

/** Learns on from the person at the screen: one lesson at a time, which stands back for all answers. */
export interface Learner {
  /** @throws AbortError when it had to give way, BusyError, ConfigError, DataError */
  learn(recommender: string, anyway: boolean): Promise<RecommenderInfo>;
  undo(recommender: string): Promise<RecommenderInfo>;
  /** Ends the lesson under way, and lets no other begin until it is released. */
  hold(): Promise<() => void>;
}

export function createLearner(library: Library, answers: Answers): Learner {
  let holds = 0;
  let current: { readonly stop: AbortController; readonly ended: Promise<unknown> } | null = null;

  async function learn(id: string, anyway: boolean, signal: AbortSignal): Promise<RecommenderInfo> {
    const asking = await openAsking(library, id);
    const { history } = youOf(asking);
    const isNew = !saysTheSame(history, asking.info.lessons?.[0]?.history ?? []);
    const isEnough = history.filter(({ value = 1 }) => value > 0).length >= leastLiked;
    if (!anyway && !(isNew && isEnough)) return asking.info;
    const letIn = createTurns();
    const turn = async (): Promise<void> => {
      await letIn();
      await answers.given();
    };
    const { lesson, file } = await teach(asking, { signal, turn });
    signal.throwIfAborted();
    const info = await saveLesson(id, lesson, file);
    library.forget(id);
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
      library.forget(id);
      return info;
    },

    async hold() {
      holds++;
      current?.stop.abort();
      await current?.ended;
      return () => void holds--;
    },
  };
}
