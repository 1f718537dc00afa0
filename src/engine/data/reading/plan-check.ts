import type { FileKind, FilePlan, Role } from '../plan';

/** What an import looks for, for every message that has to say so. */
export const lookedFor =
  'Looked for a table of interactions: one line each, with a column of users and one of items, ' +
  'perhaps a rating and a time, separated by commas, semicolons, tabs, | or ::, numbers also by spaces.';

/** What to do where a file cannot be one. */
export const chooseAnother = 'Choose such a file.';

/** The columns that a file of each kind must have; those of one file must differ. */
const needed: Readonly<Record<FileKind, readonly Role[]>> = {
  interactions: ['user', 'item'],
  items: ['item'],
  people: ['user'],
  tags: ['item', 'tag'],
  triples: ['head', 'relation', 'tail'],
  links: ['item', 'entity'],
  friends: ['user', 'friend'],
};

type Planned = Pick<FilePlan, 'name' | 'kind' | 'roles' | 'features'>;

/** Why a file cannot be used as it is planned, and what to do; or null. */
export function findFault(plan: Planned): string | null {
  const { name, kind, roles } = plan;
  if (kind === 'unknown') return `${name} is left out.`;
  if (kind === 'personal') return null;
  const missing = needed[kind].find((role) => roles[role] === undefined);
  if (missing) return `${name} needs a column of ${plural(missing)}: choose it above its cells.`;
  if (new Set(needed[kind].map((role) => roles[role])).size < needed[kind].length) {
    const each = needed[kind].map((role) => `one of ${plural(role)}`);
    return `${name} needs different columns, ${each.join(' and ')}.`;
  }
  return saysSomething(plan) ? null : `${name} needs ${whatItMaySay[kind]}: choose it.`;
}

const whatItMaySay: Readonly<Partial<Record<FileKind, string>>> = {
  items: 'a column of titles, years or genres, or one to keep by name',
  people: 'a column to keep by name, as age or gender',
};

/** Whether a file that describes items or people has something to say of them. */
function saysSomething({ kind, roles, features = [] }: Planned): boolean {
  if (kind === 'people') return features.length > 0;
  const facts = roles.title ?? roles.year ?? roles.genres;
  return kind !== 'items' || facts !== undefined || features.length > 0;
}

function plural(role: Role): string {
  return role === 'entity' ? 'entities' : `${role}s`;
}
