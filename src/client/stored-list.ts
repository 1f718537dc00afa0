import type { PersonalEntry, PersonalExport } from '../api';

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

function isList({ services, about, scale, entries }: PersonalExport): boolean {
  return (
    services.every((service) => typeof service === 'string') &&
    (about === 'films' || about === 'books') &&
    (scale === null || (scale.length === 2 && scale.every(Number.isFinite))) &&
    entries.length > 0 &&
    entries.every(isEntry)
  );
}

function isEntry({ title, year, rating, at }: PersonalEntry): boolean {
  const isNumber = (value: number | null) => value === null || Number.isFinite(value);
  return typeof title === 'string' && [year, rating, at].every(isNumber);
}
