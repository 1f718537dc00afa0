import type { FilePlan } from '../plan';

/** What an import looks for, for every message that has to say so. */
export const lookedFor =
  'Looked for a table of interactions: one line each, with a column of users and one of items, ' +
  'perhaps a rating and a time, separated by commas, semicolons, tabs, | or ::. ' +
  'Choose such a file, or say which columns hold them.';

/** Why a file cannot be used as it is planned, and what to do; or null. */
export function findFault({ name, kind, roles }: FilePlan): string | null {
  const { user, item, title, year, genres } = roles;
  if (kind === 'unknown') return `${name} is left out.`;
  if (item === undefined) return `${name} needs a column of items: choose it above its cells.`;
  if (kind === 'items') {
    const isEmpty = title === undefined && year === undefined && genres === undefined;
    return isEmpty ? `${name} needs a column of titles, years or genres: choose it.` : null;
  }
  if (user === undefined) return `${name} needs a column of users: choose it above its cells.`;
  return user === item ? `${name} needs two columns, one of users and one of items.` : null;
}
