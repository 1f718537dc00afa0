type Call = (...given: unknown[]) => Promise<unknown>;

/** The same `calls`, each of which `make` makes, or makes wait. */
export function around<Calls extends object>(
  calls: Calls,
  make: (call: () => Promise<unknown>) => Promise<unknown>,
): Calls {
  const made = Object.entries(calls as Record<string, Call>).map(
    ([name, call]) => [name, (...given: unknown[]) => make(() => call(...given))] as const,
  );
  return Object.fromEntries(made) as Calls;
}
