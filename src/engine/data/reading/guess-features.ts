import type { FilePlan, NamedColumn } from '../plan';
import type { ColumnFacts } from './column-values';

/** Rows that are enough to judge a column by. */
const enoughRows = 20;

/** The columns of `u.user` and of `users.dat`, by where they have the sex. */
const movieLensPeople: Readonly<Record<number, readonly string[]>> = {
  1: ['gender', 'age', 'occupation', 'zip code'],
  2: ['age', 'gender', 'occupation', 'zip code'],
};

/** Columns that have no role and yet say something that people, items or events may share. */
export function guessFeatures(
  { kind, roles, genreFlags = [] }: Pick<FilePlan, 'kind' | 'roles' | 'genreFlags'>,
  names: readonly string[],
  columns: readonly ColumnFacts[],
): readonly NamedColumn[] {
  const flags = genreFlags.map((_flag, i) => (roles.genres ?? 0) + i);
  // What `u.item` has beside its genres is a date and a link.
  const isMovieLens = names.length === 0 && flags.length > 0;
  if (!['interactions', 'items', 'people'].includes(kind) || isMovieLens) return [];
  const used = [...Object.values(roles), ...flags];
  const layout = kind === 'people' && names.length === 0 ? peopleNames(columns) : names;
  const taken = new Set<string>();
  return columns
    .filter(({ column }) => !used.includes(column))
    .filter((facts) => says(facts, names[facts.column] ?? ''))
    .map(({ column }) => ({ name: freeName(layout[column], column, taken), column }));
}

function peopleNames(columns: readonly ColumnFacts[]): readonly string[] {
  const sex = columns.findIndex(({ genders }) => genders > 0.9);
  return columns.length === 5 ? ['', ...(movieLensPeople[sex] ?? [])] : [];
}

/** Whether what a column says can be shared: no id, no time, no name, no prose. */
function says(facts: ColumnFacts, name: string): boolean {
  const { rows, distinct, filled, numeric, dates, epochs, phrases } = facts;
  if (filled === 0 || dates > 0.9 || epochs > 0.9) return false;
  if (/(^|[^a-z])id(:|$)|[a-z]I[dD]$/.test(name.trim()) && distinct > rows / 2) return false;
  if (rows < enoughRows) return true;
  if (distinct < 2) return false;
  const isProse = phrases > 0.5 && distinct > rows / 2;
  const isName = distinct > 0.95 * rows && (numeric < 0.9 || name === '');
  return !isProse && !isName;
}

/** The name in the header, or the number of the column; a second of the same name is numbered too. */
function freeName(name: string | undefined, column: number, taken: Set<string>): string {
  // RecBole writes a type behind the name: `age:float`.
  const plain = (name ?? '').trim().replace(/:(token|float)(_seq)?$/, '');
  const unnamed = `column ${column + 1}`;
  const free = plain === '' ? unnamed : taken.has(plain) ? `${plain} (${unnamed})` : plain;
  taken.add(free);
  return free;
}
