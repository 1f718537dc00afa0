import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure } from '../errors';
import { dataName } from '../engine/data/data-name';
import type { Dataset } from '../engine/data/dataset';
import { previewFile } from '../engine/data/guess';
import { importFiles } from '../engine/data/import';
import { openFiles } from '../engine/data/opening/open-files';
import type { FilePlan, ImportReport } from '../engine/data/plan';
import type { Arguments } from './arguments';
import { tell } from './tell';

/** What was read, from which files, in how many seconds. */
export interface Loaded {
  readonly name: string;
  readonly dataset: Dataset;
  readonly report: ImportReport;
  readonly seconds: number;
}

/** Reads the files of `--data` and `--items`; the kind of each is recognised. @throws InputError */
export async function loadData({ data, items, ...reading }: Arguments): Promise<Loaded> {
  if (data.length === 0) throw failure('ConfigError', 'Say which files to read: --data FILE.');
  const open = (paths: readonly string[]) => Promise.all(paths.map(openFile));
  return readFiles(await open(data), await open(items), reading);
}

/** Reads files of interactions, and those that say what items are called. @throws InputError */
export async function readFiles(
  data: readonly File[],
  items: readonly File[],
  { columns, duplicates, timeZone }: Pick<Arguments, 'columns' | 'duplicates' | 'timeZone'>,
): Promise<Loaded> {
  const begun = performance.now();
  const described = await openFiles(items);
  const files = [...(await openFiles(data)), ...described];
  const guesses = await Promise.all(files.map((file) => previewFile(file)));
  const plans = guesses.map(({ plan }) => {
    return { ...corrected(plan, columns, files.length === 1), duplicates, timeZone };
  });
  for (const { name, kind } of plans) {
    tell(kind === 'unknown' ? `${name} is left out.` : `${name}: ${kind}`);
  }
  refuseStrange(plans.slice(files.length - described.length));
  const { signal } = new AbortController();
  const { dataset, report } = await importFiles(files, plans, { signal, onProgress: () => {} });
  return {
    name: dataName(plans),
    dataset,
    report,
    seconds: (performance.now() - begun) / 1000,
  };
}

/** What is said to describe items must do so. */
function refuseStrange(plans: readonly FilePlan[]): void {
  const strange = plans.find(({ kind }) => kind !== 'items');
  if (!strange) return;
  const remedy = 'It needs a header with a column for the item and one for its title.';
  throw failure('InputError', `“${strange.name}” does not look like a list of items. ${remedy}`);
}

/** `--columns` are those of the interactions, or of the only file. */
function corrected(plan: FilePlan, columns: Arguments['columns'], isOnly: boolean): FilePlan {
  const isMeant = isOnly || plan.kind === 'interactions' || plan.kind === 'unknown';
  if (!columns || !isMeant) return plan;
  const taken = Object.values(columns);
  const features = plan.features?.filter(({ column }) => !taken.includes(column)) ?? [];
  return { ...plan, kind: 'interactions', roles: columns, features };
}

/** @throws InputError */
export async function openFile(path: string): Promise<File> {
  try {
    // Some versions of Node throw where there is no file, others reject.
    return new File([await openAsBlob(path)], basename(path));
  } catch (cause) {
    throw failure('InputError', `There is no file “${path}” to read.`, cause);
  }
}

/** A whole file, or null where there is none. */
export async function readIfThere(path: string): Promise<Blob | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && new Blob([bytes]);
}
