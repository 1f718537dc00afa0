import { failure } from '../../errors';
import type { Row } from './csv';
import { createDataset, type Dataset } from './dataset';
import { previewFile } from './guess';
import type { Source } from './opening/source';
import type { FileKind, FilePlan, ImportProgress, ImportReport } from './plan';
import { assembleCatalog, assembleSide, nothingReadable } from './reading/assemble-side';
import { dropRepeats } from './reading/duplicates';
import { createGathering, placeOf, type Gathering } from './reading/gathering';
import { takeInteractions } from './reading/interactions-file';
import { takeItems } from './reading/items-file';
import { findFault, lookedFor } from './reading/plan-check';
import { nextTurn } from '../../kernels/turns';
import { createPulse } from './reading/pulse';
import { readRows } from './reading/rows';
import { settleColumns } from './reading/settle-columns';
import { takeFriends, takeLinks, takePeople, takeTags, takeTriples } from './reading/side-files';
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
  files: readonly Source[],
  plans: readonly FilePlan[],
  options: ImportOptions,
): Promise<Imported> {
  await refuseUnusable(files, plans);
  const gathering = createGathering();
  await gather(gathering, files, plans, options);
  await nextTurn();
  refuseIfAborted(options.signal);
  if (gathering.events.size === 0) {
    const names = plans.filter(({ kind }) => kind === 'interactions').map(({ name }) => name);
    throw nothingReadable(gathering.complaints, names, `${gathering.rows} `);
  }
  return assemble(gathering, plans);
}

/** What is done with the rows of a file of each kind. */
const takers: Readonly<
  Record<FileKind, (gathering: Gathering, plan: FilePlan) => (row: Row) => void>
> = {
  interactions: takeInteractions,
  items: takeItems,
  people: takePeople,
  tags: takeTags,
  triples: takeTriples,
  links: takeLinks,
  friends: takeFriends,
};

async function refuseUnusable(files: readonly Source[], plans: readonly FilePlan[]): Promise<void> {
  const fault = plans
    .filter(({ kind }) => isOfCommunity(kind))
    .map(findFault)
    .find(Boolean);
  if (fault) throw failure('InputError', fault);
  if (plans.some(({ kind }) => kind === 'interactions')) return;
  const names = files.map(({ name }) => name).join(', ');
  const problem = files.length === 1 ? (await previewFile(files[0])).problem : null;
  throw failure('InputError', problem ?? `There are no interactions in ${names}. ${lookedFor}`);
}

/** Whether a file of this kind says something of a community: not of one person alone. */
function isOfCommunity(kind: FilePlan['kind']): kind is FileKind {
  return kind in takers;
}

async function gather(
  gathering: Gathering,
  files: readonly Source[],
  plans: readonly FilePlan[],
  { signal, onProgress }: ImportOptions,
): Promise<void> {
  const tasks = files.flatMap((file, index) => {
    const plan = plans[index];
    const { kind } = plan;
    return isOfCommunity(kind) ? [{ file, plan, take: takers[kind] }] : [];
  });
  const totalBytes = tasks.reduce((sum, { file }) => sum + file.size, 0);
  const pulse = createPulse(totalBytes, onProgress);
  for (const { file, plan, take } of tasks) {
    const takeRow = take(gathering, plan);
    for await (const { rows, bytes } of readRows(file, plan, signal)) {
      rows.forEach(takeRow);
      await pulse.beat(plan.name, bytes, rows.length);
    }
  }
}

function assemble(gathering: Gathering, plans: readonly FilePlan[]): Imported {
  const { events, context, complaints } = gathering;
  const users = createVocabulary(gathering.users.ids, 'user');
  const items = createVocabulary(gathering.items.ids, 'item');
  const columns = events.columns();
  const rows = columns.rows.map((_row, event) => event);
  const sorted = createDataset(
    users,
    items,
    assembleCatalog(gathering, plans, items),
    { ...columns, context: context.columns(rows) },
    assembleSide(gathering, plans, { users, items }),
  );
  const { dataset, repeats } = dropRepeats(sorted);
  for (const { user, item, row } of repeats) {
    const text = `${users.ids[user]}, ${items.ids[item]}`;
    complaints.add({ ...placeOf(gathering, row), why: 'duplicate', text });
  }
  const report = complaints.report(gathering.rows, dataset.itemOf.length);
  return { dataset: settleColumns(dataset), report };
}
