import { parseNumber, parseTime } from './cells';
import { isKnownName, pickRoles, rolesByName, wordsOf, type Roles } from './column-names';
import { describeColumns, findFlags, guessInteractions, guessItems } from './column-values';
import type { ColumnFacts } from './column-values';
import type { Table } from './delimiter';
import { findLayout } from '../personal/layouts';
import type { FilePlan, Role } from '../plan';
import { guessFeatures } from './guess-features';
import { guessSide, isUnique } from './guess-side';
import { chooseAnother, findFault, lookedFor } from './plan-check';

type Cells = readonly (readonly string[])[];
type Guess = Pick<FilePlan, 'kind' | 'roles' | 'genreFlags' | 'features'>;

/** Share of the rows that have the same number of columns in anything called a table. */
const leastAgreement = 0.6;
/** Rows that are enough to know the columns by. */
const sampleRows = 3000;
/** The flags of `u.item`, in their order. */
const movieLensGenres = (
  'unknown Action Adventure Animation Children Comedy Crime Documentary Drama Fantasy ' +
  'Film-Noir Horror Musical Mystery Romance Sci-Fi Thriller War Western'
).split(' ');

/** Completes `plan` with the header, the kind and the columns that `table` seems to have. */
export function guessPlan(plan: FilePlan, table: Table): FilePlan {
  if (whyNoTable(table) !== null) return plan;
  if (findLayout(table.rows[0].cells)) return { ...plan, kind: 'personal', header: true };
  const cells = table.rows.slice(0, sampleRows).map((row) => row.cells);
  const header = plan.format !== undefined || hasHeader(cells);
  const names = header ? cells[0] : [];
  const columns = describeColumns(cells.slice(header ? 1 : 0));
  const guessed = { ...plan, header, ...guess(plan.name, names, columns) };
  return endsInTitle(guessed, columns.length, table)
    ? { ...guessed, width: columns.length }
    : guessed;
}

/** Whether the last column holds titles without quotes, some of which have delimiters in them. */
function endsInTitle({ kind, header, roles }: FilePlan, width: number, { rows }: Table): boolean {
  const isLast = kind === 'items' && !header && roles.title === width - 1;
  return isLast && rows.some(({ cells }) => cells.length > width);
}

/** What the columns hold; a file that would say nothing is left out. */
function guess(file: string, names: readonly string[], columns: readonly ColumnFacts[]): Guess {
  const rough = guessRoles(file, names, columns);
  const features = guessFeatures(rough, names, columns);
  const whole = features.length === 0 ? rough : { ...rough, features };
  const isEmpty = findFault({ name: file, ...whole }) !== null;
  return isEmpty ? { kind: 'unknown', roles: rough.roles } : whole;
}

/** What is wrong with a file that was guessed to be `plan`, or null. */
export function explain(plan: FilePlan, table: Table): string | null {
  if (plan.kind !== 'unknown') return findFault(plan);
  const whyNot = whyNoTable(table);
  return whyNot === null
    ? `${plan.name} ${whyUnknown(plan, table)} ${lookedFor} ${sayWhatItIs}`
    : `${plan.name} ${whyNot} ${lookedFor} ${chooseAnother}`;
}

/** What to do with a table that nothing is known of: only then can its columns be chosen. */
const sayWhatItIs =
  'Choose such a file, or say what this one holds, and then which column holds what.';

function whyNoTable({ rows, width, agreement }: Table): string | null {
  if (rows.length === 0) return 'is empty.';
  if (/^\s*[[{<]/.test(rows[0].cells[0]))
    return 'looks like a web page, or JSON without objects, not a table.';
  if (width < 2) return 'has a single column.';
  return agreement < leastAgreement ? 'has lines of all lengths, so it is no table.' : null;
}

function whyUnknown({ header }: FilePlan, { rows }: Table): string {
  if (!header) return 'has no columns that look like users and items.';
  const names = rows[0].cells;
  return `has the columns ${names.join(', ')}: not both users and items.`;
}

/** A header names some columns, or has words where all that follows is numbers. */
function hasHeader(cells: Cells): boolean {
  const [first, ...rest] = cells;
  if (first.some((cell) => !Number.isNaN(parseNumber(cell)) || !Number.isNaN(parseTime(cell)))) {
    return false;
  }
  const recurs = first.some((name, column) => rest.some((row) => row[column] === name));
  const columns = describeColumns(rest);
  const isAboveNumbers = columns.some(({ column, numeric }) => first[column] && numeric > 0.9);
  return isAboveNumbers || (!recurs && Object.keys(rolesByName(first)).length > 0);
}

function guessRoles(
  file: string,
  names: readonly string[],
  columns: readonly ColumnFacts[],
): Omit<Guess, 'features'> {
  const named = rolesByName(names);
  const side = guessSide(file, names, named, columns);
  if (side !== null) return side;
  const roles = complete(named, columns);
  if (roles.user !== undefined && roles.item !== undefined) {
    const known = names.some(isReview) ? reviewRoles : interactionRoles;
    return { kind: 'interactions', roles: pickRoles(withTime(roles, names, columns), known) };
  }
  const { user } = named;
  if (user !== undefined) {
    return { kind: isUnique(columns[user]) ? 'people' : 'unknown', roles: { user } };
  }
  const items = named.item === undefined ? guessItems(columns) : pickRoles(named, itemRoles);
  if (items === null) return { kind: 'unknown', roles: {} };
  return { kind: 'items', ...withFlags(items, names, columns) };
}

const itemRoles: readonly Role[] = ['item', 'title', 'year', 'genres'];
const interactionRoles: readonly Role[] = ['user', 'value', 'time', ...itemRoles];

/** A title beside the text of a review is the review's. */
const reviewRoles = interactionRoles.filter((role) => role !== 'title');

function isReview(name: string): boolean {
  return wordsOf(name).some((word) => ['text', 'body'].includes(word));
}

/** Names come first; where they leave out the user or the item, values decide. */
function complete(named: Roles, columns: readonly ColumnFacts[]): Roles {
  const isComplete = named.user !== undefined && named.item !== undefined;
  const isAboutItems = named.user === undefined && describesItems(named);
  const guessed = isComplete || isAboutItems ? null : guessInteractions(columns);
  if (guessed === null) return named;
  const isSwapped = named.user === guessed.item || named.item === guessed.user;
  const turned = { user: guessed.item, item: guessed.user };
  return { ...guessed, ...(isSwapped && turned), ...named };
}

/** Where no name says which column holds the time, it is the only one of dates whose name says nothing. */
function withTime(roles: Roles, names: readonly string[], columns: readonly ColumnFacts[]): Roles {
  if (roles.time !== undefined) return roles;
  const used = Object.values(roles);
  const [date, ...others] = columns.filter(
    ({ column, dates }) =>
      dates > 0.9 && !used.includes(column) && !isKnownName(names[column] ?? ''),
  );
  return date && others.length === 0 ? { ...roles, time: date.column } : roles;
}

function describesItems({ title, year, genres }: Roles): boolean {
  return (title ?? year ?? genres) !== undefined;
}

/** Adds genres that are spread over 0/1 columns, as in `u.item`. */
function withFlags(
  roles: Roles,
  names: readonly string[],
  columns: readonly ColumnFacts[],
): Pick<FilePlan, 'roles' | 'genreFlags'> {
  const flags = roles.genres === undefined ? findFlags(columns) : null;
  if (flags === null) return { roles };
  const [from, to] = flags;
  const isMovieLens = names.length === 0 && to - from === movieLensGenres.length;
  const genreFlags = isMovieLens ? movieLensGenres : names.slice(from, to);
  return genreFlags.length === 0 ? { roles } : { roles: { ...roles, genres: from }, genreFlags };
}
