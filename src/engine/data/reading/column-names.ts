import type { Role } from '../plan';
import { demographicWords, entityWords, friendWords, headWords } from './column-words';
import { relationWords, tagWords } from './column-words';
import { genreWords, itemWords, tailWords, timeWords, titleWords } from './column-words';
import { userWords, valueWords, yearWords } from './column-words';

export type Roles = Readonly<Partial<Record<Role, number>>>;

/**
 * What columns of these names hold. A role goes to the column whose name says
 * little else: `user_id` before `user_session`, `title` before `original_title`.
 */
export function rolesByName(names: readonly string[]): Roles {
  const roles: Partial<Record<Role, number>> = {};
  const best: Partial<Record<Role, number>> = {};
  names.forEach((name, column) => {
    const match = matchName(name);
    if (match === null || match.cost >= (best[match.role] ?? Infinity)) return;
    roles[match.role] = column;
    best[match.role] = match.cost;
  });
  return withFallbacks(roles, names);
}

interface Match {
  readonly role: Role;
  /** How far the name is from the plainest for that role. */
  readonly cost: number;
}

/** What a name may say to have a role; the plainest words come first. */
interface Pattern {
  readonly role: Role;
  readonly words: readonly string[];
  /** Words that may stand beside them at no cost. */
  readonly beside: readonly string[];
  /** How many further words it may have. */
  readonly spare: number;
}

/** In order: `release_date` is a year, `rating_date` a time, `user_rating` a value. */
const patterns: readonly Pattern[] = [
  { role: 'year', words: yearWords, beside: [...itemWords, 'of', 'date', 'original'], spare: 0 },
  { role: 'genres', words: genreWords, beside: itemWords, spare: 0 },
  { role: 'title', words: titleWords, beside: itemWords, spare: 0 },
  { role: 'tag', words: tagWords, beside: itemWords, spare: 0 },
  { role: 'time', words: timeWords, beside: [...valueWords, 'review'], spare: 1 },
  { role: 'value', words: valueWords, beside: [...userWords, ...itemWords], spare: 1 },
  { role: 'friend', words: friendWords, beside: userWords, spare: 1 },
  { role: 'user', words: userWords, beside: [], spare: 1 },
  { role: 'item', words: itemWords, beside: [], spare: 1 },
  { role: 'entity', words: entityWords, beside: [], spare: 1 },
  { role: 'head', words: headWords, beside: [], spare: 1 },
  { role: 'relation', words: relationWords, beside: [], spare: 1 },
  { role: 'tail', words: tailWords, beside: [], spare: 1 },
];

function matchName(name: string): Match | null {
  const said = wordsOf(name);
  for (const { role, words: known, beside, spare } of patterns) {
    const rank = known.findIndex((word) => said.includes(word));
    const extra = said.filter((word) => !known.includes(word) && !beside.includes(word)).length;
    if (rank >= 0 && extra <= spare) return { role, cost: extra * 100 + rank };
  }
  return null;
}

/** Whether a column of this name holds what a role stands for, or a fact about people. */
export function isKnownName(name: string): boolean {
  return matchName(name) !== null || wordsOf(name).some((word) => demographicWords.includes(word));
}

/** `roles` as far as they are among `kept`. */
export function pickRoles(roles: Roles, kept: readonly Role[]): Roles {
  const entries = Object.entries(roles).filter(([role]) => kept.some((name) => name === role));
  return Object.fromEntries(entries);
}

/** `userId`, `User-ID`, `userid` and `user` are all [user]; `用户ID` is [用户]. */
export function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC');
  const spaced = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lo})(\p{ASCII})/gu, '$1 $2');
  const words = spaced.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.map(withoutId).filter((word) => word !== '');
}

function withoutId(word: string): string {
  if (['id', 'ids', 'no', 'nr', 'key', '编号'].includes(word)) return '';
  return word.replace(/(?<=..)id$|编号$/, '');
}

/** A plain `id` beside a title is the item's; where only a title says what was chosen, it is the id. */
function withFallbacks(roles: Roles, names: readonly string[]): Roles {
  if (roles.item !== undefined || roles.title === undefined) return roles;
  const id = names.findIndex((name) => name.trim().toLowerCase() === 'id');
  if (id >= 0) return { ...roles, item: id };
  return roles.user === undefined ? roles : { ...roles, item: roles.title };
}
