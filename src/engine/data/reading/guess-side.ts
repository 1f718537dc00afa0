import type { FileKind, FilePlan, Role } from '../plan';
import { pickRoles, wordsOf, type Roles } from './column-names';
import type { ColumnFacts } from './column-values';
import { demographicWords, friendsFile, linksFile, peopleFile, triplesFile } from './column-words';

type Guess = Pick<FilePlan, 'kind' | 'roles'>;

/** Rows that are enough to tell that nothing comes twice. */
const enoughRows = 20;

/**
 * What a file holds that is neither of interactions nor of titles: from the names of its
 * columns as far as it has any, else from its own name and what its columns are like; or null.
 */
export function guessSide(
  file: string,
  names: readonly string[],
  named: Roles,
  columns: readonly ColumnFacts[],
): Guess | null {
  const has = (...roles: readonly Role[]) => roles.every((role) => named[role] !== undefined);
  const guess = (kind: FileKind, ...roles: readonly Role[]) => ({
    kind,
    roles: pickRoles(named, roles),
  });
  if (has('head', 'relation', 'tail')) return guess('triples', 'head', 'relation', 'tail');
  if (has('user', 'friend') && !has('item')) return guess('friends', 'user', 'friend');
  if (has('item', 'entity') && !has('user')) return guess('links', 'item', 'entity');
  const isTagged = has('item', 'tag') && !has('value');
  if (isTagged && (has('user') || !isUnique(columns[named.item!]))) {
    return guess('tags', 'item', 'tag');
  }
  const isAboutUsers = has('user') && !has('item') && isUnique(columns[named.user!]);
  if (isAboutUsers && names.some(isDemographic)) return guess('people', 'user');
  return Object.keys(named).length > 0 ? null : guessByShape(file, columns);
}

function guessByShape(file: string, columns: readonly ColumnFacts[]): Guess | null {
  const [first, second] = columns;
  if (columns.length === 3 && (second.paths > 0.9 || triplesFile.test(file))) {
    return { kind: 'triples', roles: { head: 0, relation: 1, tail: 2 } };
  }
  if (columns.length === 2 && (linksFile.test(file) || areNumbered(first, second))) {
    return { kind: 'links', roles: { item: 0, entity: 1 } };
  }
  if (columns.length <= 3 && friendsFile.test(file)) {
    return { kind: 'friends', roles: { user: 0, friend: 1 } };
  }
  const areSexes = columns.some(({ genders }) => genders > 0.9);
  const isPeople = isUnique(first) && columns.length > 1 && (areSexes || peopleFile.test(file));
  return isPeople ? { kind: 'people', roles: { user: 0 } } : null;
}

/** Two columns of whole numbers in which none comes twice: one numbers what the other does. */
function areNumbered(first: ColumnFacts, second: ColumnFacts): boolean {
  const isNumbering = (column: ColumnFacts) => column.integers > 0.99 && isUnique(column);
  return first.rows >= enoughRows && isNumbering(first) && isNumbering(second);
}

/** Whether hardly anything comes twice in `column`. */
export function isUnique(column: ColumnFacts | undefined): boolean {
  return column !== undefined && column.distinct >= column.rows * 0.99;
}

function isDemographic(name: string): boolean {
  return wordsOf(name).some((word) => demographicWords.includes(word));
}
