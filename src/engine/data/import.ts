import { failure } from '../../errors';
import type { Row } from './csv';
import { arrangeDataset, type Dataset } from './dataset';
import { previewFile } from './guess';
import type { Source } from './opening/source';
import type { DuplicatePolicy, FileKind, FilePlan, ImportProgress, ImportReport } from './plan';
import { assembleCatalog, assembleSide, nothingReadable } from './reading/assemble-side';
import type { ByteTaker } from './reading/byte-taker';
import { shownProblems } from './reading/complaints';
import { settleRepeats, type Settled } from './reading/duplicates';
import { createGathering, placeOf, type Gathering } from './reading/gathering';
import { takeInteractions } from './reading/interactions-file';
import { takeItems } from './reading/items-file';
import { isPlainNetflix, takeNetflixInteractions } from './reading/netflix-interactions';
import { isPlain, takePlainInteractions } from './reading/plain-interactions';
import { chooseAnother, findFault, lookedFor } from './reading/plan-check';
import { countLines, reserver, type Reserve, type Step } from './reading/room';
import { finishInTurns, nextTurn } from '../../kernels/turns';
import { createPulse, type Pulse } from './reading/pulse';
import { readRows } from './reading/rows';
import { settleColumns } from './reading/settle-columns';
import { takeFriends, takeLinks, takePeople, takeTags, takeTriples } from './reading/side-files';
import { readPieces, refuseIfAborted } from './reading/text';
import { createVocabulary } from './vocabulary';

/** What came of an import. */
export interface Imported {
  readonly dataset: Dataset;
  readonly report: ImportReport;
}

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Bytes of memory that the device has, where that is known. */
  readonly memory?: number;
}

/**
 * Reads `files` as `plans` say, one plan for each, into one dataset. Interactions of several
 * files come together, so of their plans the first says what stands of duplicates.
 * @throws InputError, AbortError, MemoryError
 */
export async function importFiles(
  files: readonly Source[],
  plans: readonly FilePlan[],
  options: ImportOptions,
): Promise<Imported> {
  await refuseUnusable(files, plans);
  const gathering = createGathering();
  const read = files.filter((_file, index) => isOfCommunity(plans[index].kind));
  const totalBytes = read.reduce((sum, { size }) => sum + size, 0);
  const pulse = createPulse(totalBytes, options.onProgress);
  await gather(gathering, files, plans, { pulse, ...options });
  await pulse.enter('sorting');
  refuseIfAborted(options.signal);
  if (gathering.events.size === 0) {
    const names = plans.filter(({ kind }) => kind === 'interactions').map(({ name }) => name);
    throw nothingReadable(gathering.complaints, names, gathering.rows);
  }
  const checkStop = (): void => refuseIfAborted(options.signal);
  const sorted = await finishInTurns(assemble(gathering, plans), checkStop);
  await nextTurn();
  refuseIfAborted(options.signal);
  const duplicates = policyOf(plans);
  const settled = settleRepeats(sorted, duplicates, shownProblems);
  complainOfRepeats(gathering, settled);
  const { dataset } = settled;
  const report = gathering.complaints.report(gathering.rows, dataset.itemOf.length);
  return { dataset: settleColumns(dataset), report: { ...report, duplicates } };
}

function policyOf(plans: readonly FilePlan[]): DuplicatePolicy {
  return plans.find(({ kind }) => kind === 'interactions')?.duplicates ?? 'newest';
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
  const empty = `There are no interactions in ${names}. ${lookedFor} ${chooseAnother}`;
  throw failure('InputError', problem ?? empty);
}

/** Whether a file of this kind says something of a community: not of one person alone. */
function isOfCommunity(kind: FilePlan['kind']): kind is FileKind {
  return kind in takers;
}

async function gather(
  gathering: Gathering,
  files: readonly Source[],
  plans: readonly FilePlan[],
  { pulse, signal, memory }: ImportOptions & { readonly pulse: Pulse },
): Promise<void> {
  const tasks = files.flatMap((file, index) => {
    const plan = plans[index];
    return isOfCommunity(plan.kind) ? [{ file, plan, kind: plan.kind }] : [];
  });
  const ofInteractions = files.filter((_file, index) => plans[index].kind === 'interactions');
  const reserve = reserver(gathering.events, ofInteractions, memory);
  for (const { file, plan, kind } of tasks) {
    const taker = byteTakerOf(gathering, plan);
    const steps = taker
      ? gatherBytes(file, taker, { reserve, signal })
      : gatherRows(file, plan, {
          take: takers[kind](gathering, plan),
          reserve: kind === 'interactions' ? reserve : () => {},
          signal,
        });
    for await (const { bytes, rows } of steps) await pulse.beat(plan.name, bytes, rows);
  }
}

/** What everything that is read has to keep to. */
interface Gatherer {
  readonly reserve: Reserve;
  readonly signal: AbortSignal;
}

/** Who takes the bytes of a file as they are; null where its text has to be read. */
function byteTakerOf(gathering: Gathering, plan: FilePlan): ByteTaker | null {
  if (isPlain(plan)) return takePlainInteractions(gathering, plan);
  return isPlainNetflix(plan) ? takeNetflixInteractions(gathering, plan) : null;
}

async function* gatherBytes(
  file: Source,
  taker: ByteTaker,
  { reserve, signal }: Gatherer,
): AsyncGenerator<Step> {
  let isFirst = true;
  for await (const piece of readPieces(file, signal)) {
    if (isFirst) reserve({ bytes: piece.length, rows: countLines(piece) });
    isFirst = false;
    yield { bytes: piece.length, rows: taker.push(piece) };
  }
  yield { bytes: 0, rows: taker.end() };
}

async function* gatherRows(
  file: Source,
  plan: FilePlan,
  { take, reserve, signal }: Gatherer & { readonly take: (row: Row) => void },
): AsyncGenerator<Step> {
  for await (const { rows, bytes } of readRows(file, plan, signal)) {
    const step = { bytes, rows: rows.length };
    reserve(step);
    rows.forEach(take);
    yield step;
  }
}

/** All that was gathered, in order, with pauses; the table of events is empty then. */
function assemble(gathering: Gathering, plans: readonly FilePlan[]): Generator<void, Dataset> {
  const { events, context } = gathering;
  const users = createVocabulary(gathering.users.ids, 'user');
  const items = createVocabulary(gathering.items.ids, 'item');
  const catalog = assembleCatalog(gathering, plans, items);
  const side = assembleSide(gathering, plans, { users, items });
  const columns = events.drain();
  if (context.isEmpty) return arrangeDataset(users, items, catalog, columns, side);
  const everyRow = Int32Array.from(columns.rows.keys());
  const described = { ...columns, context: context.columns(everyRow) };
  return arrangeDataset(users, items, catalog, described, side);
}

function complainOfRepeats(gathering: Gathering, { dataset, dropped, shown }: Settled): void {
  const { complaints } = gathering;
  for (const { user, item, row } of shown) {
    const text = `${dataset.users.ids[user]}, ${dataset.items.ids[item]}`;
    complaints.add({ ...placeOf(gathering, row), why: 'duplicate', text });
  }
  if (dropped > 0) complaints.addCount('duplicate', dropped - shown.length);
}
