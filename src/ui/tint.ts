import type { ItemCard } from '../api';

/** How many hues there are; the style sheet has one for each. */
export const tints = 12;

/** Hues for the genres one meets most: neighbours in taste are neighbours in colour. */
const known: Readonly<Record<string, number>> = {
  romance: 11,
  drama: 10,
  musical: 9,
  mystery: 9,
  fantasy: 8,
  'film-noir': 8,
  crime: 7,
  'sci-fi': 6,
  'science fiction': 6,
  thriller: 7,
  documentary: 5,
  adventure: 4,
  children: 3,
  family: 3,
  animation: 2,
  comedy: 1,
  western: 1,
  action: 0,
  war: 0,
  horror: 0,
  classics: 11,
  poetry: 9,
  dystopia: 7,
  history: 5,
  nonfiction: 5,
  'popular science': 5,
};

/** The hue of an item: of its first genre that we know, else of its first, else of its title. */
export function tintOf({ title, genres }: ItemCard): number {
  const named = genres.find((genre) => Object.hasOwn(known, genre.toLowerCase()));
  const name = (named ?? genres[0] ?? title).toLowerCase();
  return Object.hasOwn(known, name) ? known[name] : hash(name) % tints;
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
