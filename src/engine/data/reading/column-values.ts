import { parseNumber, parseTime } from './cells';
import type { Roles } from './column-names';

const firstEpoch = Date.UTC(1990, 0, 1);

/** What the cells of one column are like. Shares are in `[0, 1]`. */
export interface ColumnFacts {
  readonly column: number;
  readonly rows: number;
  /** How many different cells. */
  readonly distinct: number;
  /** Cells that are not empty. */
  readonly filled: number;
  readonly numeric: number;
  readonly integers: number;
  /** Times that are written as dates. */
  readonly dates: number;
  /** Numbers that would be times since 1990 if they are times at all. */
  readonly epochs: number;
  /** 0 or 1. */
  readonly flags: number;
  /** Text with a space in it. */
  readonly phrases: number;
  /** A year in brackets at the end, as in `Toy Story (1995)`. */
  readonly datedTitles: number;
  readonly years: number;
  /** Several words between bars. */
  readonly lists: number;
  /** One letter, for a man or a woman. */
  readonly genders: number;
  /** Ids as Amazon gives them to those who review. */
  readonly reviewers: number;
  /** Words joined by points, as the relations of a knowledge graph are: `film.film.genre`. */
  readonly paths: number;
}

/** The facts of every column that most rows have. */
export function describeColumns(rows: readonly (readonly string[])[]): ColumnFacts[] {
  const widths = rows.map((row) => row.length).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  return Array.from({ length: width }, (_, column) =>
    describe(
      column,
      rows.map((row) => row[column] ?? ''),
    ),
  );
}

function describe(column: number, cells: readonly string[]): ColumnFacts {
  const share = (holds: (cell: string) => boolean): number =>
    cells.filter(holds).length / cells.length;
  const isNumber = (cell: string): boolean => !Number.isNaN(parseNumber(cell));
  return {
    column,
    rows: cells.length,
    distinct: new Set(cells).size,
    filled: share((cell) => cell.trim() !== ''),
    numeric: share(isNumber),
    integers: share((cell) => /^\d+$/.test(cell)),
    dates: share((cell) => !isNumber(cell) && !Number.isNaN(parseTime(cell))),
    epochs: share((cell) => isNumber(cell) && parseTime(cell) > firstEpoch),
    flags: share((cell) => cell === '0' || cell === '1'),
    phrases: share((cell) => /\p{L}.* /u.test(cell)),
    datedTitles: share((cell) => /\(\d{4}\)\s*$/.test(cell)),
    years: share((cell) => /^(1[89]|20)\d\d$/.test(cell)),
    lists: share((cell) => /^[^|]+(\|[^|]+)+$/.test(cell)),
    genders: share((cell) => /^[MF]$/i.test(cell)),
    reviewers: share((cell) => /^A[0-9A-Z]{9,20}$/.test(cell)),
    paths: share((cell) => /^[a-z_]+(\.[a-z_0-9]+)+$/i.test(cell)),
  };
}

/** Roles of which two are certain. */
export type InteractionRoles = Roles & { readonly user: number; readonly item: number };

/**
 * Roles in a file of interactions without names, from what its columns are like,
 * or null if it does not look like one. User comes before item.
 */
export function guessInteractions(columns: readonly ColumnFacts[]): InteractionRoles | null {
  const time = findTime(columns);
  const [first, second, ...others] = columns.filter((column) => column !== time);
  const isTurned = second?.reviewers > 0.9 && first.reviewers < 0.5;
  const [user, item] = isTurned ? [second, first] : [first, second];
  if (!user || !item || columns.length > 6) return null;
  const isCount = others.length === 1 && others[0].numeric > 0.98 && item.distinct ** 2 > item.rows;
  const value = others.find(isRating) ?? (isCount ? others[0] : undefined);
  const isPlain = columns.length === 2 + (value ? 1 : 0) + (time ? 1 : 0);
  const isCertain = value !== undefined && time !== undefined;
  if (!isCertain && !(isPlain && repeats(user, item))) return null;
  return {
    user: user.column,
    item: item.column,
    ...(value && { value: value.column }),
    ...(time && { time: time.column }),
  };
}

/**
 * A date may stand anywhere; what is a number could be an id in the first two columns.
 * A fourth column of many numbers is a time too, though it counts from elsewhere.
 */
function findTime(columns: readonly ColumnFacts[]): ColumnFacts | undefined {
  const date = columns.find(({ dates }) => dates > 0.9);
  const epoch = columns.slice(2).findLast(({ epochs }) => epochs > 0.9);
  const count = columns.length === 4 && columns[3].numeric > 0.9 && !isRating(columns[3]);
  return date ?? epoch ?? (count ? columns[3] : undefined);
}

/** In a file that describes users or items, a row is about someone new; here someone comes again. */
function repeats(user: ColumnFacts, item: ColumnFacts): boolean {
  const isPerson = user.distinct < user.rows;
  return isPerson || (item.distinct < item.rows && item.rows < 20);
}

/** Few different numbers. */
function isRating({ numeric, distinct, rows }: ColumnFacts): boolean {
  return numeric > 0.9 && (distinct <= 25 || (distinct <= 101 && distinct < rows / 20));
}

/** Roles in a file that describes items, without names, or null if it does not look like one. */
export function guessItems(columns: readonly ColumnFacts[]): Roles | null {
  const [item, ...others] = columns;
  if (!item || item.distinct < item.rows * 0.99) return null;
  const title = others.find(isTitle);
  if (!title) return null;
  const year = others.find(({ years }) => years > 0.9);
  const genres = others.find((column) => column !== title && column.lists > 0.2);
  return {
    item: item.column,
    title: title.column,
    ...(year && { year: year.column }),
    ...(genres && { genres: genres.column }),
  };
}

function isTitle({ datedTitles, phrases, distinct, rows }: ColumnFacts): boolean {
  return datedTitles > 0.5 || (phrases > 0.4 && distinct > rows * 0.9);
}

/** The first run of three or more 0/1 columns: genres as flags, `[from, to)`. */
export function findFlags(columns: readonly ColumnFacts[]): readonly [number, number] | null {
  const from = columns.findIndex(({ flags }) => flags === 1);
  if (from < 0) return null;
  const after = columns.findIndex(({ flags, column }) => column > from && flags < 1);
  const to = after < 0 ? columns.length : after;
  return to - from >= 3 ? [from, to] : null;
}
