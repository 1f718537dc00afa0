import type { Catalog, Dataset } from './dataset';

/** What items can be told apart by, where nothing has been learned of them. */
export interface Traits {
  readonly by: 'genres' | 'co-occurrence';
  /** Of each item, as ascending numbers. */
  readonly sets: readonly (readonly number[])[];
}

/** The genres of items, where most interactions are with items that have some; else who chose them. */
export function traitsOf(dataset: Dataset): Traits {
  return hasGenres(dataset)
    ? { by: 'genres', sets: genreSets(dataset.catalog.genres) }
    : { by: 'co-occurrence', sets: choosersOf(dataset) };
}

/** Of two sets as ascending numbers: `|both| / √(|a| |b|)`, 0 where one is empty. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) both++;
    if (a[i] < b[j]) i++;
    else j++; // equal: the next of `a` is larger, and waits
  }
  return both / Math.sqrt(a.length * b.length);
}

function hasGenres({ catalog, itemOf }: Dataset): boolean {
  return itemOf.filter((item) => catalog.genres[item].length > 0).length > itemOf.length / 2;
}

/** The genres of each item, as ascending numbers. */
export function genreSets(genresOf: Catalog['genres']): Traits['sets'] {
  const names = [...new Set(genresOf.flat())];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  return genresOf.map((genres) =>
    [...new Set(genres)].map((name) => indexOf.get(name)!).sort((a, b) => a - b),
  );
}

/** Who chose each item, ascending. */
function choosersOf({ userOf, itemOf, items }: Dataset): readonly (readonly number[])[] {
  const choosers = Array.from({ length: items.size }, (): number[] => []);
  userOf.forEach((user, event) => {
    const own = choosers[itemOf[event]];
    if (own.at(-1) !== user) own.push(user);
  });
  return choosers;
}
