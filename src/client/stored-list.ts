import type { PersonalEntry, PersonalExport, Profile } from '../api';

/** A list as it was kept, or null where there is none that can be read. */
export function parseList(text: string | null): PersonalExport | null {
  if (!text) return null;
  try {
    const list = JSON.parse(text) as PersonalExport;
    return isList(list) ? list : null;
  } catch {
    return null;
  }
}

function isList({ services, source, about, profile, scale, entries }: PersonalExport): boolean {
  return (
    (source === undefined || typeof source === 'string') &&
    (profile === undefined || isProfile(profile)) &&
    services.every((service) => typeof service === 'string') &&
    (about === 'films' || about === 'books') &&
    (scale === null || (scale.length === 2 && scale.every(Number.isFinite))) &&
    areEntries(entries)
  );
}

function isProfile({ name, others }: Profile): boolean {
  return (
    typeof name === 'string' &&
    others.every((other) => typeof other.name === 'string' && areEntries(other.entries))
  );
}

function areEntries(entries: readonly PersonalEntry[]): boolean {
  return entries.length > 0 && entries.every(isEntry);
}

function isEntry({ title, originalTitle = '', year, rating, at }: PersonalEntry): boolean {
  const isNumber = (value: number | null) => value === null || Number.isFinite(value);
  return (
    [title, originalTitle].every((text) => typeof text === 'string') &&
    [year, rating, at].every(isNumber)
  );
}
