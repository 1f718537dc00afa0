import { expect, test } from 'vitest';
import { figures } from '../../../src/headless/reproduce/figures';
import { toMarkdown } from '../../../src/headless/reproduce/report';
import type { Run } from '../../../src/headless/reproduce/run';

const run = (seed: number, ndcg: number, recall: number): Run => ({
  seed,
  split: 'abc',
  config: { dim: 64 },
  backend: 'wasm',
  users: 943,
  bestEpoch: 7,
  epochs: 17,
  seconds: 12.4,
  metrics: { 'ndcg@10': ndcg, 'recall@10': recall },
  intervals: {},
  curve: [0.1, 0.2],
});

test('every figure has a line, measured or not', () => {
  const page = toMarkdown({ 'ml-100k-bpr': [run(1, 0.28, 0.1), run(2, 0.29, 0.1)] });
  const lines = page.split('\n');
  for (const { name, metrics } of figures) {
    expect(lines.filter((line) => line.startsWith(`| \`${name}\` |`)).length).toBe(
      Object.keys(metrics).length,
    );
  }
  expect(page).toContain(
    '| `ml-100k-bpr` | ndcg@10 | .2768 | .2850 ± .0071 | [.2215, .3485] | yes | 2 | 7, 7 | 12 |',
  );
  expect(page).toContain('| `ml-100k-bpr` | recall@10 | .2368 | .1000 ± .0000 |');
  expect(page).toMatch(/recall@10 .*\*\*no\*\*/);
  expect(page.match(/not measured yet/g)!.length).toBe(
    figures.slice(1).reduce((sum, { metrics }) => sum + Object.keys(metrics).length, 0),
  );
});

test('what nobody has published is reported with a dash', () => {
  const page = toMarkdown({ 'ml-100k-last-sasrec': [run(1, 0.08, 0.15)] });
  expect(page).toContain('| `ml-100k-last-sasrec` | ndcg@10 | – | .0800 |  | – | 1 | 7 | 12 |');
  expect(page).toContain('Published by nobody by this protocol.');
});

test('what else a model was told of items is named beside the data', () => {
  const page = toMarkdown({
    'ml-100k-last-feature-attention': [run(1, 0.08, 0.15)],
    'ml-100k-last-ease': [run(1, 0.07, 0.14)],
  });
  expect(page).toContain('- Data: `ml-100k/u.data` and `ml-100k/u.item`, all of it;');
  expect(page).toContain('- Data: `ml-100k/u.data`, all of it;');
});

test('a figure has a name of its own', () => {
  expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
});
