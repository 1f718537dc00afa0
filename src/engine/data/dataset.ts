import { countOffsets, isInOrder, orderOf, reorder } from './order';
import { finish } from '../../kernels/turns';
import { noSide, takeCells, type Column, type Side, type Tags } from './side';
import type { Vocabulary } from './vocabulary';

/**
 * Interactions as columns, sorted by user and then by time (ties in file order).
 * Sorted once, the table is also the user–item matrix in CSR form: row `u` spans
 * `offsets[u] … offsets[u + 1]`.
 */
export interface Dataset extends Side {
  readonly users: Vocabulary;
  readonly items: Vocabulary;
  readonly catalog: Catalog;
  /** `[users + 1]` */
  readonly offsets: Int32Array;
  /** `[events]` user index */
  readonly userOf: Int32Array;
  /** `[events]` item index */
  readonly itemOf: Int32Array;
  /** `[events]` rating, or 1 */
  readonly values: Float32Array;
  /** `[events]` ms since the epoch, NaN where unknown */
  readonly timestamps: Float64Array;
  /** `[events]` place in the file: breaks ties between equal times. */
  readonly rows: Int32Array;
  /**
   * The first of the items that were joined to them (see `joinNewItems`); absent where none
   * were. That nobody chose those says nothing yet, so that none is drawn as a negative.
   */
  readonly firstNew?: number;
}

/** What is known of the items beside their ids; each array is `[items]`. */
export interface Catalog {
  /** Empty where unknown. */
  readonly titles: readonly string[];
  /** NaN where unknown. */
  readonly years: Float32Array;
  readonly genres: readonly (readonly string[])[];
  /** Null where nobody tagged anything. */
  readonly tags: Tags | null;
  /** What else is said of items, by name. */
  readonly columns: readonly Column[];
}

/** What someone did, as columns, oldest first: a view of the dataset, or what a person did here. */
export interface History {
  /** `[events]` item index */
  readonly items: Int32Array;
  /** `[events]` how much it was liked: 1 for a plain interaction, below 0 for a dislike */
  readonly values: Float32Array;
  /** `[events]` ms since the epoch, NaN where unknown */
  readonly timestamps: Float64Array;
}

/** Someone to recommend to: all a model may know of them. */
export interface Query {
  /** Row in the trained user table, or null for someone the model never met. */
  readonly user: number | null;
  readonly history: History;
  /**
   * What is known of a stranger and of the moment, as `featuresAsQuery` lays it out: a share
   * for each value of the fields that the model learned from. Null where nothing is known, as
   * of most, and for those whom the model knows, of whom it has learned their columns too.
   */
  readonly features: Float32Array | null;
}

/** Unsorted columns, as a reader or a sampler produces them; all of equal length. */
export interface Columns {
  readonly userOf: Int32Array;
  readonly itemOf: Int32Array;
  readonly values: Float32Array;
  readonly timestamps: Float64Array;
  readonly rows: Int32Array;
  /** What else is said of each; none where absent. */
  readonly context?: readonly Column[];
}

/**
 * Sorts `columns`, which become the dataset's own, in place: by user, time and row, where
 * unknown times keep file order.
 */
export function createDataset(...given: Parameters<typeof arrangeDataset>): Dataset {
  return finish(arrangeDataset(...given));
}

/** As `createDataset`, with pauses now and then: to sort tens of millions takes many seconds. */
export function* arrangeDataset(
  users: Vocabulary,
  items: Vocabulary,
  catalog: Catalog,
  columns: Columns,
  side: Omit<Side, 'context'> = noSide,
): Generator<void, Dataset> {
  const { context = [], ...own } = columns;
  const offsets = countOffsets(own.userOf, users.size);
  const dataset = { ...side, users, items, catalog, offsets, ...own };
  if (isInOrder(own)) return { ...dataset, context };
  const order = yield* orderOf(own, offsets);
  const { userOf, itemOf, values, timestamps, rows } = own;
  yield* reorder([userOf, itemOf, values, timestamps, rows], order);
  return { ...dataset, context: context.map((column) => takeCells(column, order)) };
}

/** The events at `order`, in that order. */
export function takeRows(columns: Columns, order: Int32Array): Required<Columns> {
  // `order.map` would keep integers only, and `from` with a function is ten times slower.
  const take = <T extends Int32Array | Float32Array | Float64Array>(column: T, taken: T): T => {
    for (let i = 0; i < order.length; i++) taken[i] = column[order[i]];
    return taken;
  };
  const n = order.length;
  return {
    userOf: take(columns.userOf, new Int32Array(n)),
    itemOf: take(columns.itemOf, new Int32Array(n)),
    values: take(columns.values, new Float32Array(n)),
    timestamps: take(columns.timestamps, new Float64Array(n)),
    rows: take(columns.rows, new Int32Array(n)),
    context: (columns.context ?? []).map((column) => takeCells(column, order)),
  };
}

/** The same people and items with only those events for which `keep` says so. */
export function filterEvents(dataset: Dataset, keep: (event: number) => boolean): Dataset {
  const columns = takeRows(dataset, eventsOf(dataset, keep));
  return { ...dataset, ...columns, offsets: countOffsets(columns.userOf, dataset.users.size) };
}

/** The events for which `keep` says so, counted before they are listed. */
function eventsOf({ rows }: Dataset, keep: (event: number) => boolean): Int32Array {
  const isKept = new Uint8Array(rows.length);
  let count = 0;
  for (let event = 0; event < rows.length; event++) {
    if (keep(event)) count += isKept[event] = 1;
  }
  const kept = new Int32Array(count);
  for (let event = 0, at = 0; event < rows.length; event++) {
    if (isKept[event] === 1) kept[at++] = event;
  }
  return kept;
}

/** What one user did, oldest first: views, not copies. */
export function historyOf(dataset: Dataset, user: number): History {
  return eventsBetween(dataset, dataset.offsets[user], dataset.offsets[user + 1]);
}

/** The events `from … to - 1`, of one user: views, not copies. */
export function eventsBetween(
  { itemOf, values, timestamps }: Dataset,
  from: number,
  to: number,
): History {
  return {
    items: itemOf.subarray(from, to),
    values: values.subarray(from, to),
    timestamps: timestamps.subarray(from, to),
  };
}

/** A history in which every item counts 1, at no known time. */
export function plainHistory(items: ArrayLike<number>): History {
  return {
    items: Int32Array.from(items),
    values: new Float32Array(items.length).fill(1),
    timestamps: new Float64Array(items.length).fill(NaN),
  };
}

/** Someone the model never met, of whom nothing is known but what they did. */
export function strangerWith(history: History): Query {
  return { user: null, history, features: null };
}

/** Only these events of a history, in this order. */
export function takeEvents(
  { items, values, timestamps }: History,
  events: ArrayLike<number>,
): History {
  const take = <T>(column: ArrayLike<T>): T[] => Array.from(events, (event) => column[event]);
  return {
    items: Int32Array.from(take(items)),
    values: Float32Array.from(take(values)),
    timestamps: Float64Array.from(take(timestamps)),
  };
}

/** The same history, each item counting 1. */
export function asChoices(history: History): History {
  return { ...history, values: new Float32Array(history.values.length).fill(1) };
}

/** How often each item was chosen: `[items]` */
export function itemCounts({ items, itemOf }: Dataset): Float32Array {
  const counts = new Float32Array(items.size);
  for (const item of itemOf) counts[item]++;
  return counts;
}

/** The same items, those with the highest counts first; equals keep their order: `[items]` */
export function mostChosenFirst(counts: ArrayLike<number>): Int32Array {
  return Int32Array.from(counts, (_count, item) => item).sort(
    (a, b) => counts[b] - counts[a] || a - b,
  );
}

/** A catalog in which nothing is known of `size` items. */
export function emptyCatalog(size: number): Catalog {
  return {
    titles: new Array<string>(size).fill(''),
    years: new Float32Array(size).fill(NaN),
    genres: new Array<readonly string[]>(size).fill([]),
    tags: null,
    columns: [],
  };
}
