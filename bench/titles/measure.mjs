/**
 * How well titles of a person's list are matched with the items of a data set: precision and
 * recall where the list writes them otherwise, of what is sure and of that together with what is
 * likely, and the time it takes.
 * `node bench/titles/measure.mjs movies.csv`, a file of MovieLens.
 */
import { readFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const { createTitleMatcher } = await load('matching/match-titles');
const { parseTitle } = await load('reading/items-file');
const random = seeded(1);

const items = readTitles(process.argv[2]);
// One in five is not in the data: to be found nowhere.
const [known, absent] = [
  items.filter((_, at) => at % 5 > 0),
  items.filter((_, at) => at % 5 === 0),
];
const match = matcherOf(known);

const noises = {
  'as it is': ({ written, year }) => ({ title: written, year }),
  'article moved': ({ title, written, year }) =>
    written === title ? null : { title: random() < 0.5 ? title : title.replace(/^\S+ /, ''), year },
  'year off by one': ({ written, year }) => ({
    title: written,
    year: year + (random() < 0.5 ? 1 : -1),
  }),
  'no year': ({ written }) => ({ title: written, year: NaN }),
  'one typo': ({ title, year }) => (title.length < 5 ? null : { title: misspell(title), year }),
  'two typos': ({ title, year }) =>
    title.length < 8 ? null : { title: misspell(misspell(title)), year },
  'subtitle dropped': ({ title, year }) =>
    /: | - /.test(title) ? { title: title.split(/: | - /)[0], year } : null,
  'in brackets': ({ title, year }) => {
    const inside = /\(([^()]{3,})\)/.exec(title);
    return inside ? { title: inside[1].replace(/^a\.?k\.?a\.? /, ''), year } : null;
  },
  'other punctuation': ({ title, year }) =>
    /[&':,.!-]/.test(title)
      ? { title: title.replace(/&/g, 'and').replace(/[':,.!-]/g, ''), year }
      : null,
  'year off by one, one typo': ({ title, year }) =>
    title.length < 5 ? null : { title: misspell(title), year: year + 1 },
  'translation left out': ({ title, year }) =>
    title.includes('(') ? { title: withoutBrackets(title), year } : null,
};

console.log(
  'noise\ttitles\tprecision of sure\tsure and right\tprecision of taken\ttaken and right\tamong candidates\tabsent, yet sure',
);
const all = { sure: 0, right: 0, taken: 0, takenRight: 0, titles: 0 };
for (const [name, alter] of Object.entries(noises)) {
  const found = judge(known, alter);
  const strange = judge(absent, alter);
  const [sure, taken] = [found.sure + strange.sure, found.taken + strange.taken];
  const { right, takenRight, titles } = found;
  const more = { sure, right, taken, takenRight, titles };
  for (const what of Object.keys(all)) all[what] += more[what];
  const row = [
    share(right, sure),
    share(right, titles),
    share(takenRight, taken),
    share(takenRight, titles),
    share(found.listed, titles),
    share(strange.sure, strange.titles),
  ];
  console.log([name, found.titles + strange.titles, ...row].join('\t'));
}
console.log(
  `all, sure\tprecision ${share(all.right, all.sure)}\trecall ${share(all.right, all.titles)}`,
);
console.log(
  `all, taken\tprecision ${share(all.takenRight, all.taken)}\trecall ${share(all.takenRight, all.titles)}`,
);

measureUntranslated();
measureTime(60_000, 1000);

/** What becomes of `list`, as `alter` writes it, where it does; the same title and year are as good. */
function judge(list, alter) {
  const result = { titles: 0, sure: 0, right: 0, taken: 0, takenRight: 0, listed: 0 };
  for (const item of list) {
    const listed = alter(item);
    if (listed === null) continue;
    const { verdict, candidates } = match(listed);
    const isItem = ({ item: at }) => known[at].title === item.title && known[at].year === item.year;
    result.titles++;
    if (verdict === 'sure') result.sure++;
    if (verdict === 'sure' && isItem(candidates[0])) result.right++;
    if (isTaken(verdict)) result.taken++;
    if (isTaken(verdict) && isItem(candidates[0])) result.takenRight++;
    if (candidates.some(isItem)) result.listed++;
    else if (process.env.MISSES && process.env.MISSES === 'none')
      console.error(item.written, '|', listed.title);
    if (process.env.MISSES === 'wrong' && verdict === 'sure' && !isItem(candidates[0])) {
      const { item: at, score } = candidates[0];
      console.error(
        item.written,
        item.year,
        '|',
        listed.title,
        listed.year,
        '=>',
        known[at].written,
        known[at].year,
        score.toFixed(3),
      );
    }
  }
  return result;
}

/** Whether the first candidate is taken by whoever takes the likely ones unseen. */
function isTaken(verdict) {
  return verdict === 'sure' || verdict === 'likely';
}

/** Titles in brackets, looked up in data that know none of those: most are in no way there. */
function measureUntranslated() {
  const bare = known.map((item) => ({ ...item, title: withoutBrackets(item.title) || item.title }));
  const matchBare = matcherOf(bare);
  const counts = { titles: 0, sure: 0, right: 0, review: 0 };
  known.forEach((item, at) => {
    const listed = noises['in brackets'](item);
    if (!listed) return;
    const { verdict, candidates } = matchBare(listed);
    counts.titles++;
    if (verdict === 'likely' || verdict === 'review') counts.review++;
    if (verdict !== 'sure') return;
    counts.sure++;
    if (candidates[0].item === at) counts.right++;
  });
  console.log('translations that the data lack', JSON.stringify(counts));
}

function withoutBrackets(title) {
  return title.replace(/\s*\([^()]*\)/g, '').trim();
}

function measureTime(catalogue, queries) {
  const many = Array.from({ length: catalogue }, (_, at) => {
    const item = items[at % items.length];
    const copy = Math.floor(at / items.length);
    return copy === 0 ? item : { ...item, title: scramble(item.title), year: item.year + copy };
  });
  const begun = performance.now();
  const matchMany = matcherOf(many);
  const built = performance.now();
  for (let at = 0; at < queries; at++) {
    const { title, year } = many[(at * 7919) % catalogue];
    matchMany({ title: at % 2 ? misspell(title) : title, year });
  }
  const [build, matching] = [built - begun, performance.now() - built].map((ms) => ms.toFixed(0));
  console.log(
    `${catalogue} items: ${build} ms to index, ${matching} ms for ${queries} titles, half of them misspelt`,
  );
}

function matcherOf(list) {
  const catalog = { titles: list.map(({ title }) => title), years: list.map(({ year }) => year) };
  return createTitleMatcher(catalog, new Float32Array(list.length));
}

/** The items of a `movies.csv`, with the title as it stands there and as it is shown. */
function readTitles(file) {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/).slice(1).filter(Boolean);
  return lines.flatMap((line) => {
    const cell = /^\d+,(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line);
    const full = (cell[1] ?? cell[2]).replaceAll('""', '"').trim();
    const { title, year } = parseTitle(full);
    if (Number.isNaN(year)) return [];
    return [{ title, year, written: full.replace(/ *\(\d{4}\)$/, '') }];
  });
}

/** One letter left out, doubled, changed, or swapped with the next; not the first. */
function misspell(title) {
  const at = 1 + Math.floor(random() * (title.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here, next, after] = [
    title.slice(0, at),
    title[at],
    title[at + 1],
    title.slice(at + 2),
  ];
  const changed = ['', here + here, letter, next + here][Math.floor(random() * 4)];
  return changed === next + here ? before + changed + after : before + changed + next + after;
}

/** Another title of the same letters and length, for a catalogue that is larger. */
function scramble(title) {
  const words = title.split(' ');
  const { title: other } = items[Math.floor(random() * items.length)];
  return [...words.slice(0, Math.ceil(words.length / 2)), ...other.split(' ').slice(-2)].join(' ');
}

function share(part, of) {
  return of === 0 ? '' : (part / of).toFixed(4);
}

/** Numbers in [0, 1) that are the same each time (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function load(module) {
  const entry = fileURLToPath(new URL(`../../src/engine/data/${module}.ts`, import.meta.url));
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
