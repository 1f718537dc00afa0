import { failure } from '../errors';
import { finishInTurns } from '../kernels/turns';
import type { DataCalls, DatasetInfo, ImportProgress, ImportReport } from '../api';
import { encodeDataset } from '../engine/data/dataset-file';
import { dataName } from '../engine/data/data-name';
import { historyOf, type Dataset } from '../engine/data/dataset';
import { createDemo } from '../engine/data/demo';
import { previewFile } from '../engine/data/guess';
import { hashDataset } from '../engine/data/hash';
import { importFiles } from '../engine/data/import';
import { openFiles } from '../engine/data/opening/open-files';
import { sizeOfKept } from '../engine/data/kept';
import { refuseIfAborted } from '../engine/data/reading/text';
import { valueRange } from '../engine/data/prepare';
import { canBeTested } from '../engine/data/split';
import { commonGenres, describeSide, summarizeDataset } from '../engine/data/summary';
import { describeTiming } from '../engine/data/timing';
import { listDatasets, removeDataset, saveDataset } from '../storage/datasets';
import { deviceMemory } from './device-memory';
import { cardOf, type Library } from './library';

/** How many genres there are to choose from. */
const mostGenres = 24;
/** The demo is made, not stored under a new name each time. */
const demoId = 'demo';

/** Calls about data: what comes in, and what is there. */
export function dataCalls(library: Library): DataCalls {
  let importing: AbortController | null = null;
  /** How often it was asked what is kept: only the last question is answered. */
  let counted = 0;
  return {
    async preview(files, plans) {
      const sources = await openFiles(files);
      return Promise.all(sources.map((source, index) => previewFile(source, plans?.[index])));
    },

    async importFiles(files, plans, onProgress) {
      if (importing) throw failure('BusyError', 'Another import is under way. Wait, or cancel it.');
      importing = new AbortController();
      try {
        const { signal } = importing;
        const sources = await openFiles(files);
        library.makeRoom();
        let last: ImportProgress | undefined;
        const { dataset, report } = await importFiles(sources, plans, {
          signal,
          memory: deviceMemory(),
          onProgress: (progress) => onProgress((last = progress)),
        });
        if (last) onProgress({ ...last, phase: 'storing' });
        const id = crypto.randomUUID();
        const info = await store(
          dataset,
          { id, name: dataName(plans), source: 'file', report },
          signal,
        );
        library.keep(id, dataset);
        return info;
      } finally {
        importing = null;
      }
    },

    async cancelImport() {
      importing?.abort();
    },

    async useDemo() {
      const dataset = createDemo();
      const rows = dataset.itemOf.length;
      const report = { rows, kept: rows, counts: {}, problems: [] };
      return store(dataset, { id: demoId, name: 'Demo', source: 'demo', report });
    },

    datasets: listDatasets,

    async summarize(id) {
      const dataset = await library.dataset(id);
      const { popular, ...summary } = summarizeDataset(dataset);
      const cards = popular.map((item) => cardOf(dataset, item));
      const timing = describeTiming(dataset);
      return { ...summary, popular: cards, timing, testable: canBeTested(dataset) };
    },

    async sizeOfKept(id, filters) {
      const question = ++counted;
      const check = (): void => {
        if (question !== counted) throw failure('AbortError', 'Something else is counted now.');
      };
      const dataset = await library.dataset(id);
      check();
      return finishInTurns(sizeOfKept(dataset, filters), check);
    },

    async removeDataset(id) {
      library.clear();
      await removeDataset(id);
    },

    async users(id, prefix, limit) {
      const { users } = await library.dataset(id);
      return users.ids.filter((user) => user.startsWith(prefix)).slice(0, limit);
    },

    async history(id, user) {
      const dataset = await library.dataset(id);
      const { items, values, timestamps } = historyOf(dataset, dataset.users.indexOf(user));
      const entries = Array.from(items, (item, event) => ({
        ...cardOf(dataset, item),
        value: values[event],
        ...(!Number.isNaN(timestamps[event]) && { at: timestamps[event] }),
      }));
      return entries.reverse();
    },

    async genres(id) {
      return commonGenres(await library.dataset(id), mostGenres);
    },
  };
}

async function store(
  dataset: Dataset,
  facts: { id: string; name: string; source: DatasetInfo['source']; report: ImportReport },
  signal?: AbortSignal,
): Promise<DatasetInfo> {
  const check = (): void => {
    if (signal) refuseIfAborted(signal);
  };
  const hash = await hashDataset(dataset, undefined, check);
  const pieces = await encodeDataset(dataset);
  const info: DatasetInfo = {
    ...facts,
    users: dataset.users.size,
    items: dataset.items.size,
    interactions: dataset.itemOf.length,
    hash,
    valueRange: valueRange(dataset),
    period: periodOf(dataset),
    newItems: dataset.newItems?.ids.length ?? 0,
    hasTitles: dataset.catalog.titles.some(Boolean),
    side: describeSide(dataset),
    bytes: pieces.reduce((sum, { length }) => sum + length, 0),
    createdAt: Date.now(),
  };
  await saveDataset(info, pieces, check);
  if (signal?.aborted) await removeDataset(info.id); // too late to be stopped otherwise
  check();
  return info;
}

/** First and last known time, or null without times. */
function periodOf({ timestamps }: Dataset): DatasetInfo['period'] {
  let [first, last] = [Infinity, -Infinity];
  for (const time of timestamps) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return first > last ? null : [first, last];
}
