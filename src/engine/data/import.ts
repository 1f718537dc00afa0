import { failure } from '../../errors';
import { createDataset, type Dataset } from './dataset';
import { previewFile } from './guess';
import type { FilePlan, ImportProgress, ImportReport } from './plan';
import { dropRepeats } from './reading/duplicates';
import { createGathering, placeOf, type Gathering } from './reading/gathering';
import { takeInteractions } from './reading/interactions-file';
import { createCatalog, takeItems } from './reading/items-file';
import { findFault, lookedFor } from './reading/plan-check';
import { nextTurn } from '../../kernels/turns';
import { createPulse } from './reading/pulse';
import { readRows } from './reading/rows';
import { refuseIfAborted } from './reading/text';
import { createVocabulary } from './vocabulary';

/** What came of an import. */
export interface Imported {
  readonly dataset: Dataset;
  readonly report: ImportReport;
}

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

/**
 * Reads `files` as `plans` say, one plan for each, into one dataset. Of a user's
 * interactions with the same item the latest stands.
 * @throws InputError, AbortError
 */
export async function importFiles(
  files: readonly File[],
  plans: readonly FilePlan[],
  options: ImportOptions,
): Promise<Imported> {
  await refuseUnusable(files, plans);
  const gathering = createGathering();
  await gather(gathering, files, plans, options);
  await nextTurn();
  refuseIfAborted(options.signal);
  if (gathering.events.size === 0) throw nothingReadable(gathering);
  return assemble(gathering);
}

async function refuseUnusable(files: readonly File[], plans: readonly FilePlan[]): Promise<void> {
  const fault = plans
    .filter(({ kind }) => kind !== 'unknown')
    .map(findFault)
    .find(Boolean);
  if (fault) throw failure('InputError', fault);
  if (plans.some(({ kind }) => kind === 'interactions')) return;
  const names = files.map(({ name }) => name).join(', ');
  const problem = files.length === 1 ? (await previewFile(files[0])).problem : null;
  throw failure('InputError', problem ?? `There are no interactions in ${names}. ${lookedFor}`);
}

async function gather(
  gathering: Gathering,
  files: readonly File[],
  plans: readonly FilePlan[],
  { signal, onProgress }: ImportOptions,
): Promise<void> {
  const used = files.map((file, index) => ({ file, plan: plans[index] }));
  const tasks = used.filter(({ plan }) => plan.kind !== 'unknown');
  const totalBytes = tasks.reduce((sum, { file }) => sum + file.size, 0);
  const pulse = createPulse(totalBytes, onProgress);
  for (const { file, plan } of tasks) {
    const take =
      plan.kind === 'items' ? takeItems(gathering, plan) : takeInteractions(gathering, plan);
    for await (const { rows, bytes } of readRows(file, plan, signal)) {
      rows.forEach(take);
      await pulse.beat(plan.name, bytes, rows.length);
    }
  }
}

function nothingReadable({ complaints, rows }: Gathering): Error {
  const { first } = complaints;
  const place = first
    ? ` The first problem is in line ${first.line} of ${first.file}: “${first.text}” (${first.why}).`
    : '';
  const remedy = 'Check which columns hold the users, items, ratings and times.';
  return failure('InputError', `None of the ${rows} rows could be read.${place} ${remedy}`);
}

function assemble(gathering: Gathering): Imported {
  const { users, items, events, facts, complaints } = gathering;
  const sorted = createDataset(
    createVocabulary(users.ids, 'user'),
    createVocabulary(items.ids, 'item'),
    createCatalog(items.ids, facts),
    events.columns(),
  );
  const { dataset, repeats } = dropRepeats(sorted);
  for (const { user, item, row } of repeats) {
    const text = `${users.ids[user]}, ${items.ids[item]}`;
    complaints.add({ ...placeOf(gathering, row), why: 'duplicate', text });
  }
  return { dataset, report: complaints.report(gathering.rows, dataset.itemOf.length) };
}
