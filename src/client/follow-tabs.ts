import type { RunProgress } from '../api';
import { loadAll, newestRecommender, refreshResults, trainingOf } from './loading';
import type { Context } from './loading';
import { noTraining } from './state';
import type { Order } from './tabs';

/** The lock that a training holds, in whichever tab (`worker/training-calls`). */
const trainingLock = 'palate-training';
/** Of the tabs that follow a training, the one with this lock goes on with it. */
const heirLock = 'palate-heir';

/** What a tab does when it hears from others. */
interface Actions extends Record<Order, () => Promise<void>> {
  /** Reads again what the room shows of what a person said. */
  readonly rereadTaste: () => Promise<void>;
}

/**
 * Keeps this tab as the others are: what they store is shown here, and a training of theirs too;
 * should the tab that trains be closed, this one goes on from the last checkpoint.
 */
export function followTabs(context: Context, actions: Actions): void {
  const { client, store, attend, tabs } = context;
  let waiting = false;

  const isOurs = (): boolean => {
    const { busy, elsewhere } = store.get().training;
    return busy && !elsewhere;
  };

  /** Reads the lists again, and all else only where what is looked at has changed. */
  async function reread(): Promise<void> {
    const before = store.get();
    const datasets = await client.engine.datasets();
    store.set({ datasets });
    await refreshResults(context);
    const after = store.get();
    const isStale = [
      [before.datasets, datasets],
      [before.recommenders, after.recommenders],
    ].some(([old, now]) => !areStill(old, now));
    if (isStale && !isOurs()) await client.engine.refresh();
    if (!datasets.some(({ id }) => id === after.dataset?.id)) return loadAll(context);
    const recommender = after.recommenders.find(({ id }) => id === after.recommender?.id);
    store.set({ recommender: recommender ?? newestRecommender(after, after.dataset) });
    if (!after.training.busy) store.set({ training: trainingOf(after.runs, after.dataset) });
    if (isStale || !recommender) await actions.rereadTaste();
  }

  function watch(progress: RunProgress | null): void {
    if (isOurs()) return;
    const { training } = store.get();
    if (progress) {
      const { run } = progress;
      store.set({
        training: { id: run.id, state: run.state, run, progress, busy: true, elsewhere: true },
      });
      void attend(standBy);
    } else if (training.elsewhere) {
      store.set({ training: { ...training, busy: false, elsewhere: false, progress: null } });
    }
  }

  /** Waits for the end of the training; if it was not its own end, goes on with it. */
  async function standBy(): Promise<void> {
    if (waiting || !navigator.locks) return;
    waiting = true;
    try {
      await navigator.locks.request(heirLock, async () => {
        await navigator.locks.request(trainingLock, () => {});
        await takeOver();
      });
    } finally {
      waiting = false;
    }
  }

  async function takeOver(): Promise<void> {
    const { training } = store.get();
    if (!training.elsewhere) return;
    await refreshResults(context);
    const run = store.get().runs.find(({ id }) => id === training.id);
    if (!run) return store.set({ training: noTraining });
    store.set({ training: trainingOf([run], { id: run.request.dataset }) });
    // What is stored may be from a pause that was over when its tab was closed.
    const wasUnderWay = run.state === 'paused' && training.state === 'training';
    if (run.state === 'training' || wasUnderWay) await actions.resume();
  }

  tabs.hear((news) => {
    switch (news.about) {
      case 'stored':
        return void attend(reread);
      case 'opinions':
        return void attend(actions.rereadTaste);
      case 'training':
        return watch(news.progress);
      case 'arrival': {
        const { progress } = store.get().training;
        if (isOurs() && progress) tabs.tell({ about: 'training', progress });
        return;
      }
      case 'order':
        if (isOurs()) void actions[news.order]();
    }
  });
  tabs.tell({ about: 'arrival' });
}

/** Whether all of `before` are among `now`, unchanged. */
function areStill(before: readonly object[], now: readonly object[]): boolean {
  const known = new Set(now.map((one) => JSON.stringify(one)));
  return before.every((one) => known.has(JSON.stringify(one)));
}
