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
  'sci-fi': 7,
  'science fiction': 7,
  thriller: 6,
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
};

/** A hue for `text`, always the same one: `0 … tints - 1`. */
export function tintOf(text: string): number {
  const name = text.toLowerCase();
  if (Object.hasOwn(known, name)) return known[name];
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % tints;
}
