import { failure } from '../../../errors';
import type { Source } from '../opening/source';
import type { FilePlan } from '../plan';
import { readRows } from '../reading/rows';
import { findLayout, type Layout } from './layouts';
import { parseLocalDates } from './local-dates';
import type { PersonalEntry, PersonalExport } from './personal-export';

/** A file of a person's list, and how to read it. */
export interface PersonalFile {
  readonly source: Source;
  readonly plan: FilePlan;
}

/**
 * The list that the `files` of one person hold together. Of what stands in it several times
 * the rating and the latest time are kept. @throws InputError
 */
export async function readExport(files: readonly PersonalFile[]): Promise<PersonalExport> {
  const read = await Promise.all(files.map(readFile));
  const about = read[0]?.layout.about ?? 'films';
  const same = read.filter(({ layout }) => layout.about === about);
  const scale = same.find(({ layout }) => layout.scale)?.layout.scale ?? null;
  const entries = merge(same.flatMap((each) => onScale(each, scale)));
  if (entries.length === 0) {
    const names = files.map(({ source }) => source.name).join(', ');
    throw failure('InputError', `There is no title in ${names} that was watched, read or rated.`);
  }
  return {
    services: [...new Set(same.map(({ layout }) => layout.service))],
    about,
    scale,
    entries,
  };
}

interface Read {
  readonly layout: Layout;
  readonly entries: readonly PersonalEntry[];
}

async function readFile({ source, plan }: PersonalFile): Promise<Read> {
  const { signal } = new AbortController();
  let names: readonly string[] | null = null;
  const rows: (readonly string[])[] = [];
  for await (const batch of readRows(source, { ...plan, header: false }, signal)) {
    for (const { cells } of batch.rows) {
      if (names === null) names = cells.map(trim);
      else rows.push(cells);
    }
  }
  const layout = findLayout(names ?? []);
  if (!layout || !names) {
    const remedy = 'Choose the file as the service exports it.';
    throw failure('InputError', `${source.name} is no list that is known here. ${remedy}`);
  }
  return { layout, entries: entriesOf(layout, names, rows) };
}

const trim = (cell: string): string => cell.trim();

function entriesOf(
  layout: Layout,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): PersonalEntry[] {
  const dates = names.indexOf(layout.localDate ?? '');
  const times = dates < 0 ? [] : parseLocalDates(rows.map((cells) => cells[dates] ?? ''));
  const entries = rows.map((cells, row) => {
    const entry = layout.read((column) => (cells[names.indexOf(column)] ?? '').trim());
    const at = times[row];
    return entry && at !== undefined && !Number.isNaN(at) ? { ...entry, at } : entry;
  });
  return entries.filter((entry) => entry !== null).filter(({ title }) => title !== '');
}

/** Entries with their ratings, of the service's scale, on the scale `to`. */
function onScale(
  { entries, layout: { scale: from } }: Read,
  to: PersonalExport['scale'],
): readonly PersonalEntry[] {
  if (!from || !to || from === to) return entries;
  const ratio = (to[1] - to[0]) / (from[1] - from[0]);
  return entries.map((entry) => ({
    ...entry,
    rating: entry.rating === null ? null : to[0] + (entry.rating - from[0]) * ratio,
  }));
}

/** One entry for each title and year, the latest first; the latest rating stands. */
function merge(entries: readonly PersonalEntry[]): PersonalEntry[] {
  const oldestFirst = [...entries].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const merged = new Map<string, PersonalEntry>();
  for (const entry of oldestFirst) {
    const key = `${entry.title.toLowerCase()} ${entry.year ?? ''}`;
    const before = merged.get(key);
    merged.delete(key);
    merged.set(key, { ...entry, rating: entry.rating ?? before?.rating ?? null });
  }
  return [...merged.values()].reverse();
}
