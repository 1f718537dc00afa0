import type { Language } from '../../client/state';
import { en } from './en';
import { zh } from './zh';

/** Every word the page says. A language that lacks one does not compile. */
export type Messages = typeof en;

export const messages: Readonly<Record<Language, Messages>> = { en, zh };

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };

/** `text` as a key of `table`, or `fallback`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, text: string, fallback: T): T {
  return Object.hasOwn(table, text) ? table[text] : fallback;
}
