import type { PersonalExport } from '../api';

/** The list of another profile of the same account; `list` itself where it has none called `name`. */
export function ofProfile(list: PersonalExport, name: string): PersonalExport {
  const { profile, entries } = list;
  const chosen = profile?.others.find((other) => other.name === name);
  if (!profile || !chosen) return list;
  const others = profile.others.map((other) =>
    other === chosen ? { name: profile.name, entries } : other,
  );
  return { ...list, profile: { name, others }, entries: chosen.entries };
}
