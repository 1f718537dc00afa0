import type { Profile } from './personal-export';

/**
 * The profile whose list it is, of the profiles that `names` names once for each row: the one
 * with the most rows. Rows of nobody in particular have an empty name; null where all have.
 */
export function busiestProfile(names: readonly string[]): Profile | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return first === undefined ? null : { name: first, others };
}
