import type { ItemCard } from '../../api';

/** What the colours of a map stand for. */
export const colourings = ['genre', 'year'] as const;
export type ColourBy = (typeof colourings)[number];

/** Items of one colour. */
export interface Group {
  /** A genre, or the first year of a decade; null for all the rest. */
  readonly name: string | number | null;
  /** Whether all earlier decades are in it. */
  readonly isOpen: boolean;
  readonly count: number;
}

/** How the items of a map are told apart. */
export interface Colouring {
  /** `[items]`, places in `groups`. */
  readonly groupOf: Uint8Array;
  readonly groups: readonly Group[];
}

/** As many as can be told apart by colour; the style sheet has a colour for each. */
export const [mostGenres, mostDecades] = [7, 6];

/** By genre: of those that are common enough for a colour, the rarest that an item has, which says most of it. */
export function byGenre(items: readonly ItemCard[]): Colouring {
  const counts = new Map<string, number>();
  for (const { genres } of items) {
    for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  }
  const commonest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostGenres);
  const names = commonest.map(([name]) => name);
  const rarestOf = ({ genres }: ItemCard) =>
    names.findLast((name) => genres.includes(name)) ?? null;
  return group(items, names, rarestOf);
}

/** By decade; the oldest ones are one group where there are many. */
export function byYear(items: readonly ItemCard[]): Colouring {
  const decadeOf = ({ year }: ItemCard) => (year === null ? null : Math.floor(year / 10) * 10);
  const known = items.map(decadeOf).filter((decade) => decade !== null);
  const all = [...new Set(known)].sort((a, b) => a - b);
  const decades = all.slice(-mostDecades);
  const isMerged = all.length > decades.length;
  return group(
    items,
    decades,
    (item) => {
      const decade = decadeOf(item);
      return decade === null ? null : Math.max(decade, decades[0]);
    },
    isMerged,
  );
}

/** Whether there is anything to tell items apart by. */
export function isPossible(by: ColourBy, items: readonly ItemCard[]): boolean {
  return items.some(({ genres, year }) => (by === 'genre' ? genres.length > 0 : year !== null));
}

function group<Name extends string | number>(
  items: readonly ItemCard[],
  names: readonly Name[],
  nameOf: (item: ItemCard) => Name | null,
  isFirstOpen = false,
): Colouring {
  const places = new Map<Name | null, number>(names.map((name, place) => [name, place]));
  const groupOf = Uint8Array.from(items, (item) => places.get(nameOf(item)) ?? names.length);
  const counts = new Uint32Array(names.length + 1);
  for (const place of groupOf) counts[place]++;
  const groups = [...names, null].map((name, place) => ({
    name,
    isOpen: isFirstOpen && place === 0,
    count: counts[place],
  }));
  return { groupOf, groups };
}

/** The custom property with the colour of a group. */
export function colourOf(by: ColourBy, { groups }: Colouring, place: number): string {
  if (place === groups.length - 1) return '--map-rest';
  // The newest decade has the strongest colour, however many there are.
  return by === 'genre'
    ? `--map-${place + 1}`
    : `--year-${mostDecades - groups.length + place + 2}`;
}
