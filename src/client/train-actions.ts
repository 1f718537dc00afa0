import type { CoreSize, Preflight, RunInfo, RunProgress } from '../api';
import { configOf, draftFor, filtersOf, requestOf } from './draft';
import { newestRecommender, refreshResults } from './loading';
import type { Context } from './loading';
import { keepAwake } from './persist';
import { failureOf, noTraining } from './state';
import type { Draft, Failure, Training } from './state';

/**
 * What can be done in the Train and Compare rooms. `onRecommender` is called when
 * another recommender serves.
 */
export function trainActions(context: Context, onRecommender: () => Promise<void>) {
  const { client, store, tabs, attempt } = context;
  const { engine } = client;

  const update = (changes: Partial<Training>) =>
    store.set({ training: { ...store.get().training, ...changes } });

  function report(progress: RunProgress): void {
    const { training } = store.get();
    if (!training.busy) return;
    // A report may have been on its way when the pause took hold.
    const halted = training.state === 'paused' && progress.run.state === 'training';
    update({ progress, run: progress.run, state: halted ? 'paused' : progress.run.state });
    store.set({ device: progress.run.device }); // another one, should the first have been lost
    // The recommender serves while the baselines are still at work.
    if (progress.run.recommender && !training.run?.recommender) void attempt(adopt);
  }

  /** Makes the newest recommender of the dataset the one that serves. */
  async function adopt(): Promise<void> {
    await refreshResults(context);
    const recommender = newestRecommender(store.get(), store.get().dataset);
    if (recommender?.id === store.get().recommender?.id) return;
    store.set({ recommender, chart: null });
    await engine.setSetting('recommender', ''); // the newest, whatever was chosen before
    await onRecommender();
  }

  /** Shows a training from its first moment to its last. */
  async function follow(begin: () => Promise<RunInfo>): Promise<void> {
    const letSleep = keepAwake();
    const { id } = store.get().training;
    const isForgotten = () => store.get().training.id !== id;
    try {
      const run = await begin();
      if (!isForgotten()) update({ run, state: run.state });
    } catch (error) {
      if (isForgotten()) return; // its data were deleted
      const aborted = error instanceof Error && error.name === 'AbortError';
      update({ state: aborted ? 'stopped' : 'failed' });
      throw error;
    } finally {
      letSleep();
      if (!isForgotten()) update({ busy: false, progress: null });
      await adopt();
    }
  }

  return {
    chooseModel: (name: string) => {
      const { models, draft } = store.get();
      store.set({
        draft: draftFor(
          models.find((model) => model.name === name),
          draft,
        ),
      });
    },

    edit: (changes: Partial<Draft>) => store.set({ draft: { ...store.get().draft, ...changes } }),

    /** How much of the data the form keeps, or why that cannot be said; null once something else is asked. */
    countKept: async (): Promise<CoreSize | Failure | null> => {
      const { dataset, draft } = store.get();
      if (!dataset) return null;
      try {
        return await engine.sizeOfKept(dataset.id, filtersOf(draft));
      } catch (error) {
        const failure = failureOf(error);
        return failure.name === 'AbortError' ? null : failure;
      }
    },

    /** What a training takes as the form has it; null where the form is not in order. */
    preflight: async (): Promise<Preflight | null> => {
      const { dataset, models, draft } = store.get();
      const model = models.find(({ name }) => name === draft.model);
      if (!dataset || !model) return null;
      const config = configOf(model.fields, draft.values);
      return engine.preflight(dataset.id, model.name, config).catch(() => null);
    },

    train: () =>
      attempt(async () => {
        const { dataset, models, draft, auto, training } = store.get();
        const wanted = draft.model === 'auto' ? auto?.model : draft.model;
        const model = models.find(({ name }) => name === wanted);
        if (!dataset || training.busy) return;
        const id = `${Date.now().toString(36)}`;
        store.set({ training: { ...noTraining, id, state: 'training', busy: true } });
        const request = requestOf(draft, model, dataset.id);
        await follow(() => client.train(request, report));
      }),

    pause: () =>
      attempt(async () => {
        if (store.get().training.elsewhere) return tabs.tell({ about: 'order', order: 'pause' });
        await engine.pause();
        if (store.get().training.state === 'training') update({ state: 'paused' });
      }),

    /** Lets a paused training go on, or takes up one that was cut off. */
    resume: () =>
      attempt(async () => {
        const { busy, elsewhere, run } = store.get().training;
        if (elsewhere) return tabs.tell({ about: 'order', order: 'resume' });
        update({ state: 'training', busy: true });
        if (busy) await engine.proceed();
        else if (run) await follow(() => client.resume(run.id, report));
      }),

    stop: () =>
      attempt(async () => {
        if (store.get().training.elsewhere) return tabs.tell({ about: 'order', order: 'stop' });
        await engine.stop();
      }),

    removeRecommender: (id: string) =>
      attempt(async () => {
        await engine.removeRecommender(id);
        await adopt();
      }),

    /** The recommender that serves as a file; null when it could not be made. */
    exportRecommender: async (users: boolean): Promise<Blob | null> => {
      let file: Blob | null = null;
      await attempt(async () => {
        const { recommender } = store.get();
        if (recommender)
          file = new Blob([await engine.exportRecommender(recommender.id, { users })]);
      });
      return file;
    },

    /** A bundle of the recommender that serves, for other sites; null when it could not be made. */
    exportBundle: async (): Promise<Blob | null> => {
      let file: Blob | null = null;
      await attempt(async () => {
        const { recommender } = store.get();
        if (recommender) file = await engine.exportBundle(recommender.id);
      });
      return file;
    },

    removeRun: (id: string) =>
      attempt(async () => {
        await engine.removeRun(id);
        const { training } = store.get();
        if (training.run?.id === id && !training.busy) store.set({ training: noTraining });
        await adopt();
      }),
  };
}
