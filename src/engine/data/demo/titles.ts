import type { Random } from '../../../kernels/random';
import { books } from './books';
import { films } from './films';

/** A film or a book of the demo, and what the invented community makes of it. */
export interface DemoItem {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly genres: readonly string[];
  readonly shelf: number;
  /** Item index of the part before and after it in a series, or null. */
  readonly prequel: number | null;
  readonly sequel: number | null;
  /** 1 January of its year, ms since the epoch. */
  readonly released: number;
  /** How readily it is chosen, in proportion. */
  readonly fame: number;
  /** How much it pleases everyone, about 0. */
  readonly quality: number;
}

/** All there is to choose from, as items and as item indices. */
export interface Library {
  readonly items: readonly DemoItem[];
  readonly shelves: readonly (readonly number[])[];
  /** The best known of all. */
  readonly famous: readonly number[];
}

export const shelves = [...films, ...books];

export function createLibrary(random: Random): Library {
  const items = createItems(random);
  const all = Array.from(items.keys());
  const onShelf = shelves.map((_, shelf) => all.filter((item) => items[item].shelf === shelf));
  const famous = all.toSorted((a, b) => items[b].fame - items[a].fame).slice(0, 60);
  return { items, shelves: onShelf, famous };
}

/** Every title, shelf by shelf: the first on each are the most famous. */
function createItems(random: Random): DemoItem[] {
  const items: DemoItem[] = [];
  shelves.forEach(({ genres, series }, shelf) => {
    const start = { at: items.length, fame: 0.5 * random.normal() };
    for (const parts of series) {
      parts.forEach(({ name, year }, part) => {
        const index = items.length;
        const rank = index - start.at + 1;
        items.push({
          ...{ id: slug(name, year), title: name, year, genres, shelf },
          prequel: part > 0 ? index - 1 : null,
          sequel: part + 1 < parts.length ? index + 1 : null,
          released: Date.UTC(year, 0),
          fame: Math.exp(start.fame + 0.6 * random.normal()) / rank ** 0.9,
          quality: 0.4 * random.normal(),
        });
      });
    }
  });
  return items;
}

/** `the-matrix-1999` */
function slug(name: string, year: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return `${plain} ${year}`.replace(/[^a-z0-9]+/g, '-');
}
