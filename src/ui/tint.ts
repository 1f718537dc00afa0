/** How many hues there are; the style sheet has one for each. */
export const tints = 12;

/** A hue for `text`, always the same one: `0 … tints - 1`. A Fowler–Noll–Vo hash. */
export function tintOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % tints;
}
