import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFault } from '../../../src/engine/data/reading/plan-check';
import { failureTexts } from '../../../src/ui/messages/failure-text';
import { archives } from '../../../src/ui/messages/zh-failures/archives';
import { learning } from '../../../src/ui/messages/zh-failures/learning';
import { reading } from '../../../src/ui/messages/zh-failures/reading';
import { storing } from '../../../src/ui/messages/zh-failures/storing';
import { sample, spokenIn } from '../../fixtures/spoken';

const { en, zh } = failureTexts;

/** Words of English that are left: names of files and formats do not stand two in a row. */
const english = /[a-z]{2,} [a-z]{2,}/;

/** What the page and its worker are made of; bundles are read on other sites alone. */
const isMet = (path: string): boolean =>
  /^(client|engine|kernels|storage|worker)\/.*\.ts$/.test(path) &&
  !/^engine\/bundle\/(?!write)/.test(path);

const sources = Object.fromEntries(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isMet)
    .map((path) => [path, readFileSync(`src/${path}`, 'utf8')]),
);

/** Failures, why a backend is passed over, and why a file cannot be used as it is planned. */
const mouths = {
  calls: { failure: 1, damaged: 0, Error: 0, present: 3, show: 3 },
  properties: ['leftOut'],
};

describe('all that a page may be told', () => {
  const messages = spokenIn(sources, mouths);

  test('is found in the sources', () => {
    expect(messages).toContain(`There is no dataset “${sample}”.`);
    expect(messages).toContain('its header is not JSON');
    expect(messages.filter((text) => text.startsWith(`${sample} is a PDF.`))).toHaveLength(1);
    expect(messages).toContain(`${sample} in ${sample} is no table.`);
    expect(messages.length).toBeGreaterThan(150);
  });

  test('has Chinese words', () => {
    expect(messages.filter((message) => zh(message) === message)).toEqual([]);
  });

  test('leaves no English in them', () => {
    expect(messages.map((message) => zh(message)).filter((said) => english.test(said))).toEqual([]);
  });

  test('stays as it is in English', () => {
    expect(messages.map((message) => en(message))).toEqual(messages);
  });
});

test('is noticed where it lacks Chinese words', () => {
  const planted = `
    const why = isLate ? 'it is late' : 'it is early';
    if (isOver) throw failure('InputError', \`\${name} is over: \${why}.\`);`;
  const spoken = spokenIn({ 'client/planted.ts': planted }, mouths);
  expect(spoken).toEqual(['x is over: it is early.', 'x is over: it is late.']);
  expect(spoken.map((message) => zh(message))).toEqual(spoken);
});

test.each([
  ['settings', '“learningRate” must be a number from 0 to 2.', '“学习率”必须是 0 至 2 的数。'],
  [
    'problems',
    'None of the 3 rows of a.csv could be read. The first problem is in line 2 of a.csv: “a. b” (no-user). Check what its columns hold.',
    'a.csv 的 3 行都无法读取。第一个问题在 a.csv 的第 2 行：“a. b”（没有用户）。请检查各列的含义。',
  ],
  [
    'models',
    'EASE cannot learn on from one person. It folds people in instead.',
    '“线性自编码”不能从一个人那里继续学习，而是立即采纳其评分。',
  ],
  [
    'backends',
    'No backend could be started. wasm: This browser has no WebAssembly SIMD. cpu: Out of luck.',
    '没有后端可以启动。WASM：这个浏览器不支持 WebAssembly SIMD。CPU：Out of luck.',
  ],
  [
    'a file in a backup',
    'The backup is damaged, in “a”: The file is damaged or was not made by Palate: “b” fails its checksum.',
    '备份已损坏，位于“a”：文件已损坏，或不是由 Palate 生成的：“b”的校验和不符。',
  ],
])('names %s as the page does', (_what, message, said) =>
  expect(zh(message, { EASE: '线性自编码' })).toBe(said),
);

test('has a place for every hole that it fills', () => {
  const holesIn = (text: string) => [...new Set(text.match(/\{\d/g))].sort();
  for (const [sentence, phrase] of Object.entries({
    ...archives,
    ...learning,
    ...reading,
    ...storing,
  })) {
    const holes = sentence.match(/\{\d/g) ?? [];
    expect(holes).toEqual(holes.map((_hole, index) => `{${index + 1}`));
    expect(holes).toEqual(expect.arrayContaining(holesIn(phrase)));
  }
});

test.each(['interactions', 'items', 'people', 'tags', 'triples', 'links', 'friends'] as const)(
  'names the columns that a file of %s needs',
  (kind) => {
    const roles = ['user', 'item', 'tag', 'head', 'relation', 'tail', 'entity', 'friend'] as const;
    const all = Object.fromEntries(roles.map((role) => [role, 0]));
    const faults = [all, ...roles.map((role) => ({ ...all, [role]: undefined }))].map((given) =>
      findFault({ name: '1.csv', kind, roles: given }),
    );
    const said = faults.filter((fault) => fault !== null).map((fault) => zh(fault));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => /[a-z]/i.test(text.replace('1.csv', '')))).toEqual([]);
  },
);
