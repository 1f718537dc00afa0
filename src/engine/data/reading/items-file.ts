import type { Row } from '../csv';
import type { Catalog } from '../dataset';
import type { Gathering } from './gathering';
import { detach } from './interner';
import type { FilePlan } from '../plan';

/** What a row says of an item. */
export interface ItemFacts {
  /** Empty where unknown. */
  readonly title: string;
  /** NaN where unknown. */
  readonly year: number;
  readonly genres: readonly string[];
}

/** What files say of items, by id. */
export type Facts = Map<string, ItemFacts>;

/** Takes rows of a file that describes items. */
export function takeItems({ facts, described }: Gathering, plan: FilePlan): (row: Row) => void {
  const { roles, features = [] } = plan;
  return (row) => {
    noteItem(facts, plan, row);
    const id = cellAt(row, roles.item).trim();
    if (id !== '') described.note(id, features, row);
  };
}

/** Notes what `row` says of its item; what was said first stands. */
export function noteItem(facts: Facts, plan: FilePlan, row: Row): void {
  const id = cellAt(row, plan.roles.item).trim();
  if (id !== '' && !facts.has(id)) facts.set(detach(id), readItem(plan, row));
}

/** Whether rows planned so say anything of items beside their ids. */
export function hasItemFacts({ roles }: FilePlan): boolean {
  return (roles.title ?? roles.year ?? roles.genres) !== undefined;
}

/** What is known of the items `ids`. */
export function factsOf(
  ids: readonly string[],
  facts: Facts,
): Pick<Catalog, 'titles' | 'years' | 'genres'> {
  const known = ids.map((id) => facts.get(id));
  return {
    titles: known.map((fact) => fact?.title ?? ''),
    years: Float32Array.from(known, (fact) => fact?.year ?? NaN),
    genres: known.map((fact) => fact?.genres ?? []),
  };
}

function readItem(plan: FilePlan, row: Row): ItemFacts {
  const { roles, genreFlags } = plan;
  const { title, year } = parseTitle(cellAt(row, roles.title));
  const stated = parseYear(cellAt(row, roles.year));
  const genres = genreFlags
    ? genreFlags.filter((_, flag) => cellAt(row, (roles.genres ?? 0) + flag) === '1')
    : splitGenres(cellAt(row, roles.genres));
  return {
    title: detach(title),
    year: Number.isNaN(stated) ? year : stated,
    genres: genres.filter((genre) => genre !== 'unknown').map(detach),
  };
}

function cellAt({ cells }: Row, column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '');
}

const article = /^(.+?), (The|An?|Les?|La|L'|Los|Las|El|Il|Lo|Un|Une|Der|Die|Das|Ein)( \(.*\))?$/;

/** “Matrix, The (1999)” is “The Matrix”, of 1999. */
export function parseTitle(cell: string): { title: string; year: number } {
  const dated = /^(.*\S)\s*\((\d{4})\)$/.exec(cell.trim());
  const title = dated ? dated[1] : cell.trim();
  const turned = title.replace(
    article,
    (_, rest: string, the: string, also: string | undefined) => {
      return `${the}${the.endsWith("'") ? '' : ' '}${rest}${also ?? ''}`;
    },
  );
  return { title: turned, year: dated ? Number(dated[2]) : NaN };
}

/** A year, or the year of a date. */
function parseYear(cell: string): number {
  const text = cell.trim();
  if (/^-?\d{1,4}(\.0)?$/.test(text)) return Number(text);
  return Number(/\b(1[5-9]|20)\d\d\b/.exec(text)?.[0] ?? NaN);
}

/** Genres between bars, or else commas or semicolons, with or without list brackets. */
function splitGenres(cell: string): string[] {
  if (cell === '(no genres listed)') return [];
  const list = cell.replace(/^\[|\]$/g, '');
  const genres = list.split(list.includes('|') ? '|' : /[,;]/);
  return genres.map((genre) => genre.trim().replace(/^'(.*)'$|^"(.*)"$/, '$1$2')).filter(Boolean);
}
