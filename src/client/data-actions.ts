import type { DatasetInfo, DuplicatePolicy, FilePlan, FilePreview } from '../api';
import { failure } from '../errors';
import { offerBackup } from './backup-actions';
import { enterDataset, loadAll, refreshResults } from './loading';
import type { Context } from './loading';
import { matchList, takeList } from './own-actions';
import { keepStorage } from './persist';
import { isListWaiting, noTraining } from './state';
import { hasList, isBeyondDoubt, isListOnly, isTable, isUsable, whyUnusable } from './usable';

/** What can be done in the Data room. */
export function dataActions(context: Context) {
  const { client, store, attempt } = context;
  const { engine } = client;

  /** Looks at `files` as `plans` say, or as the engine guesses; the last call wins. */
  async function preview(
    files: readonly File[],
    plans?: readonly FilePlan[],
  ): Promise<readonly FilePreview[]> {
    const previews = await engine.preview(files, plans);
    const { arrival } = store.get();
    if (!arrival || arrival.files === files)
      store.set({ arrival: { files, previews, progress: null } });
    return previews;
  }

  async function arrive(dataset: DatasetInfo): Promise<void> {
    store.set({ arrival: null, datasets: await engine.datasets() });
    await enterDataset(context, dataset);
    await refreshResults(context);
    // Browsers may ask the person: only once there is something of theirs to lose.
    if (dataset.source === 'file') void keepStorage().then((lasting) => store.set({ lasting }));
    await matchList(context);
  }

  /** Reads the files that were looked at, as their plans say. */
  async function importArrival(): Promise<void> {
    const { arrival } = store.get();
    if (!arrival) return;
    const { files, previews } = arrival;
    const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
    const begun = {
      phase: 'reading' as const,
      file: files[0].name,
      bytes: 0,
      totalBytes,
      rows: 0,
      eta: null,
    };
    store.set({ arrival: { ...arrival, progress: begun } });
    try {
      const plans = previews.map(({ plan }) => plan);
      const dataset = await client.importFiles(files, plans, (progress) => {
        if (store.get().arrival?.files === files) store.set({ arrival: { ...arrival, progress } });
      });
      await arrive(dataset);
      if (hasList(previews)) await takeList(context, files);
    } finally {
      if (store.get().arrival?.files === files) store.set({ arrival });
    }
  }

  return {
    /**
     * Shows how `files` would be read; where none can be, also says so, and a person may correct
     * it. Where a list waits for data and these leave nothing to ask, reads them at once. A backup
     * is restored.
     */
    offerFiles: (files: readonly File[]) =>
      attempt(async () => {
        if (files.length === 0) return;
        store.set({ room: 'data', arrival: null });
        if (files.length === 1 && (await engine.isBackup(files[0]))) {
          return offerBackup(context, files[0]);
        }
        const previews = await preview(files);
        if (!previews.some(isTable)) store.set({ arrival: null });
        if (isListOnly(previews)) return takeList(context, files);
        if (!isUsable(previews)) throw failure('InputError', whyUnusable(previews));
        if (isListWaiting(store.get()) && isBeyondDoubt(previews)) await importArrival();
      }),

    /** Corrects how the file at `index` is to be read. */
    correct: (index: number, changes: Partial<FilePlan>) =>
      attempt(async () => {
        const { arrival } = store.get();
        if (!arrival) return;
        const plans = arrival.previews.map(({ plan }, i) =>
          i === index ? { ...plan, ...changes } : plan,
        );
        await preview(arrival.files, plans);
      }),

    /** Says what stands of duplicates, in all files: their interactions come together. */
    settleDuplicates: (duplicates: DuplicatePolicy) => {
      const { arrival } = store.get();
      if (!arrival) return;
      const previews = arrival.previews.map((each) => {
        return { ...each, plan: { ...each.plan, duplicates } };
      });
      store.set({ arrival: { ...arrival, previews } });
    },

    confirmImport: () => attempt(importArrival),

    /** Stops an import under way, or forgets the files that wait for one. */
    cancelImport: () =>
      attempt(async () => {
        const underWay = store.get().arrival?.progress;
        store.set({ arrival: null });
        if (underWay) await engine.cancelImport();
      }),

    useDemo: () =>
      attempt(async () => {
        store.set({ makingDemo: true });
        try {
          await arrive(await engine.useDemo());
        } finally {
          store.set({ makingDemo: false });
        }
      }),

    chooseDataset: (id: string) =>
      attempt(async () => {
        const dataset = store.get().datasets.find((each) => each.id === id);
        if (!dataset) return;
        await enterDataset(context, dataset);
        await matchList(context);
      }),

    removeDataset: (id: string) =>
      attempt(async () => {
        const { busy, run } = store.get().training;
        if (busy && run?.request.dataset === id) store.set({ training: noTraining });
        await engine.removeDataset(id);
        await loadAll(context);
      }),

    deleteEverything: () =>
      attempt(async () => {
        store.set({ training: noTraining, arrival: null, own: null }); // whose end is no failure
        await engine.deleteEverything();
        await loadAll(context);
      }),
  };
}
