import { failure } from '../../../errors';
import type { Source } from '../opening/source';
import type { FilePlan } from '../plan';
import { readRows } from '../reading/rows';
import type { Layout } from './layout';
import { findLayout } from './layouts';
import { parseLocalDates } from './local-dates';
import type { PersonalEntry, PersonalExport } from './personal-export';
import { busiestFirst } from './profiles';

/** A file of a person's list, and how to read it. */
export interface PersonalFile {
  readonly source: Source;
  readonly plan: FilePlan;
}

/**
 * The list that the `files` of one person hold together. Of what stands in it several times
 * the rating and the latest time are kept. Where several people share an account, it is the list
 * of the one with the most entries, and those of the others are kept beside it. @throws InputError
 */
export async function readExport(files: readonly PersonalFile[]): Promise<PersonalExport> {
  const read = await Promise.all(files.map(readFile));
  const about = read[0]?.layout.about ?? 'films';
  const same = read.filter(({ layout }) => layout.about === about);
  const scale = same.find(({ layout }) => layout.scale)?.layout.scale ?? null;
  const told = same.flatMap((each) => onScale(each, scale));
  const [first = '', ...others] = busiestFirst(told.map(({ person }) => person));
  const { name, entries } = listOf(first, told);
  if (entries.length === 0) {
    const names = files.map(({ source }) => source.name).join(', ');
    throw failure('InputError', `There is no title in ${names} that was watched, read or rated.`);
  }
  return {
    services: [...new Set(same.map(({ layout }) => layout.service))],
    about,
    ...(name !== '' && { profile: { name, others: others.map((other) => listOf(other, told)) } }),
    scale,
    entries,
  };
}

/** An entry, and the profile that it is of, if any is named. */
interface Told {
  readonly person: string;
  readonly entry: PersonalEntry;
}

interface Read {
  readonly layout: Layout;
  readonly told: readonly Told[];
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
  return { layout, told: entriesOf(layout, names, rows) };
}

const trim = (cell: string): string => cell.trim();

function entriesOf(
  layout: Layout,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): Told[] {
  const dates = names.indexOf(layout.localDate ?? '');
  const times = dates < 0 ? [] : parseLocalDates(rows.map((cells) => cells[dates] ?? ''));
  return rows.flatMap((cells, row) => {
    const cell = (column: string): string => (cells[names.indexOf(column)] ?? '').trim();
    const entry = layout.read(cell);
    if (entry === null || entry.title === '') return [];
    const at = times[row];
    const dated = at === undefined || Number.isNaN(at) ? entry : { ...entry, at };
    return [{ person: cell(layout.profile ?? ''), entry: dated }];
  });
}

/** What was told, with its ratings, of the service's scale, on the scale `to`. */
function onScale(
  { told, layout: { scale: from } }: Read,
  to: PersonalExport['scale'],
): readonly Told[] {
  if (!from || !to || from === to) return told;
  const ratio = (to[1] - to[0]) / (from[1] - from[0]);
  return told.map(({ person, entry }) => {
    const rating = entry.rating === null ? null : to[0] + (entry.rating - from[0]) * ratio;
    return { person, entry: { ...entry, rating } };
  });
}

/** What a profile told, and what nobody in particular did. */
function listOf(name: string, told: readonly Told[]): { name: string; entries: PersonalEntry[] } {
  const theirs = told.filter(({ person }) => person === '' || person === name);
  return { name, entries: merge(theirs.map(({ entry }) => entry)) };
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
