import { fold } from '../search';

/** A way to write a title, folded, and how much it says: 1 for the whole title, less for a part. */
export interface TitleForm {
  readonly text: string;
  readonly weight: number;
}

/** A title in all the ways in which another list may write it, and the year it names, or NaN. */
export interface TitleForms {
  readonly forms: readonly TitleForm[];
  readonly year: number;
}

/** What a part of a title says of it: another title, what stands before a colon, or after it. */
const [whole, alternative, before, after] = [1, 0.97, 0.9, 0.88];

/** What stands between two names of the same: “Seven a.k.a. Se7en”, or before the other one. */
const alsoCalled = /\s\/\s|\ba\.?k\.?a\.?\s/i;

/**
 * The forms of `title`, which may be `Matrix, The (1999)`, `Seven Samurai (Shichinin no
 * samurai)` or `Star Wars: Episode IV - A New Hope`.
 */
export function formsOf(title: string): TitleForms {
  const dated = /^(.*\S)\s*\((\d{4})\)\s*$/.exec(title);
  const plain = dated ? dated[1] : title;
  const forms = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    const folded = foldTitle(text);
    if (folded !== '') forms.set(folded, Math.max(weight, forms.get(folded) ?? 0));
  };
  const outside = plain.replace(/\([^()]*\)/g, ' ').trim() || plain;
  add(outside, whole);
  const inside = Array.from(plain.matchAll(/\(([^()]*)\)/g), ([, text]) => text);
  for (const text of [...inside, outside]) {
    for (const part of text.split(alsoCalled)) add(part, alternative);
  }
  const parts = outside.split(/:\s+|\s[-–—]\s+/);
  if (parts.length > 1) {
    add(parts[0], before);
    add(parts.slice(1).join(' '), after);
    add(parts[parts.length - 1], after);
  }
  return {
    forms: Array.from(forms, ([text, weight]) => ({ text, weight })),
    year: dated ? Number(dated[2]) : NaN,
  };
}

const articles =
  'the a an le la les l un une der die das ein eine el los las lo il gli uno una os um uma de het een den det en ett'.split(
    ' ',
  );
const leading = new RegExp(`^(${articles.join('|')}) (?=.)`);
const trailing = new RegExp(`^(.+), (${articles.join('|')}['’]?)$`, 'i');
const numerals = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, n) => [word, String(n + 1)]),
);
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * `text` without case, accents, punctuation and the article it begins with; with digits for
 * numbers, and without the words that only announce a number, as “Part II”.
 */
export function foldTitle(text: string): string {
  const turned = trailing.exec(text)?.[1] ?? text;
  const spelt = turned
    .toLowerCase()
    .replace(/[&+]/g, ' and ')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter])
    .replace(/['’‘`´]/g, (_mark, at: number, all: string) => (elides(all, at) ? ' ' : ''));
  const words = fold(spelt).split(' ').map(toDigits);
  const said = words.filter((word, at) => !announces(word, words[at + 1]));
  return said.join(' ').replace(leading, '');
}

/** Whether an apostrophe at `at` ends an article, as in L'Avventura. */
function elides(text: string, at: number): boolean {
  return /(^|\s)[ld]$/.test(text.slice(Math.max(0, at - 2), at));
}

const announcers = new Set('part pt vol volume episode chapter no teil partie parte'.split(' '));

function announces(word: string, next: string | undefined): boolean {
  return announcers.has(word) && /^\d+$/.test(next ?? '');
}

function toDigits(word: string): string {
  if (word.length > 6) return word;
  const roman = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(word);
  if (word === '' || !roman) return numerals.get(word) ?? word;
  return String(roman[1].length * 10 + unitsOf(roman[2]));
}

function unitsOf(roman: string): number {
  if (roman === 'ix') return 9;
  if (roman === 'iv') return 4;
  return roman.startsWith('v') ? 4 + roman.length : roman.length;
}
