import { openFile, readFiles, type Loaded } from '../files';
import type { DataOptions, Interaction, Item } from './types';

/** Reads rows as it would read a file of them. @throws InputError */
export async function readData({ data, items = [] }: DataOptions): Promise<Loaded> {
  const described = items.map((entry) => (typeof entry === 'string' ? entry : itemRow(entry)));
  return readFiles(
    await filesOf(
      'data',
      data.map((entry) => (typeof entry === 'string' ? entry : toRow(entry))),
    ),
    await filesOf('items', described),
    { columns: null, duplicates: 'newest', timeZone: 'UTC' },
  );
}

type Row = Readonly<Record<string, string | number | null>>;

/** The files at the paths, or one with all rows in it. */
async function filesOf(name: string, entries: readonly (string | Row)[]): Promise<File[]> {
  const paths = entries.filter((entry) => typeof entry === 'string');
  const rows = entries.filter((entry) => typeof entry !== 'string');
  const files = await Promise.all(paths.map(openFile));
  return rows.length === 0 ? files : [...files, new File([linesOf(rows)], name)];
}

/** JSON Lines, with those columns that hold anything. */
function linesOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0]).filter((name) => rows.some((row) => row[name] !== null));
  return rows.map((row) => JSON.stringify(row, names)).join('\n');
}

function toRow({ user, item, rating, timestamp }: Interaction): Row {
  const time = timestamp === undefined ? null : new Date(timestamp).toISOString();
  return { user: String(user), item: String(item), rating: rating ?? null, time };
}

function itemRow({ item, title, year, genres = [] }: Item): Row {
  return { item: String(item), title, year: year ?? null, genres: genres.join('|') || null };
}
