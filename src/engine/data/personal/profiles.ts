/** The profiles that `names` names once for each row, the busiest first; rows of nobody in particular have an empty name. */
export function busiestFirst(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
