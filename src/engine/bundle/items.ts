import type { Catalog } from '../data/dataset';
import { sha256 } from '../data/hash';
import { itemsFile } from './manifest';
import { refusal } from './refusal';

/** What a visitor's list is made of; each array is `[items]`. */
export interface BundleItems extends Pick<Catalog, 'titles' | 'years' | 'genres'> {
  readonly ids: readonly string[];
  /** How often each was chosen in what the model learned from: what newcomers see. */
  readonly counts: Float32Array;
}

/** The same as it is written: genres by their place among all names, years null where unknown. */
interface Written {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly years: readonly (number | null)[];
  readonly genres: readonly string[];
  readonly genresOf: readonly (readonly number[])[];
  readonly counts: readonly number[];
}

/** Items as JSON. */
export function encodeItems({ ids, titles, years, genres, counts }: BundleItems): string {
  const names = [...new Set(genres.flat())].sort();
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const written: Written = {
    ids,
    titles,
    years: Array.from(years, (year) => (Number.isNaN(year) ? null : year)),
    genres: names,
    genresOf: genres.map((own) => own.map((name) => placeOf.get(name)!)),
    counts: Array.from(counts),
  };
  return JSON.stringify(written);
}

/** SHA-256 of the ids, each with a line feed behind it, hexadecimal. */
export function hashVocabulary(ids: readonly string[]): Promise<string> {
  return sha256(ids.map((id) => `${id}\n`));
}

/** So many items, all checked. @throws BundleError */
export function decodeItems(text: string, count: number): BundleItems {
  const written = parse(text);
  const each = (name: keyof Written, isProper: (value: unknown) => boolean): void => {
    const column: unknown = written[name];
    if (Array.isArray(column) && column.length === count && column.every(isProper)) return;
    throw refusal(itemsFile, `has no proper “${name}” for each of ${count} items`);
  };
  const names: unknown = written.genres;
  if (!Array.isArray(names) || !names.every(isText)) {
    throw refusal(itemsFile, 'does not name its genres');
  }
  const isPlace = (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < names.length;
  each('ids', isText);
  each('titles', isText);
  each('years', (year) => year === null || Number.isFinite(year));
  each('genresOf', (places) => Array.isArray(places) && places.every(isPlace));
  each('counts', (times) => Number.isFinite(times) && (times as number) >= 0);
  const { ids, titles, years, genresOf, counts } = written as Written;
  if (new Set(ids).size < count) throw refusal(itemsFile, 'has the same id twice');
  return {
    ids,
    titles,
    years: Float32Array.from(years, (year) => year ?? NaN),
    genres: genresOf.map((places) => places.map((place) => names[place] as string)),
    counts: Float32Array.from(counts),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function parse(text: string): Partial<Record<keyof Written, unknown>> {
  try {
    return Object(JSON.parse(text)) as Partial<Record<keyof Written, unknown>>;
  } catch (cause) {
    throw refusal(itemsFile, 'is not JSON', undefined, cause);
  }
}
