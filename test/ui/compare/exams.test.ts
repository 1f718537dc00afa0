import { describe, expect, test } from 'vitest';
import type { Headline, RunInfo, Scorecard } from '../../../src/api';
import { examsOf } from '../../../src/ui/compare/exams';

const card = (model: string, ndcg: number): Scorecard => ({
  model,
  title: model,
  metrics: { 'ndcg@10': ndcg },
  intervals: {},
  users: 5,
  seconds: 1,
});

const run = (id: string, startedAt: number, hash: string | null, ...scorecards: Scorecard[]) =>
  ({
    id,
    startedAt,
    split: hash && { protocol: 'random', hash },
    request: { model: scorecards.at(0)?.model },
    scorecards,
  }) as unknown as RunInfo;

const judgeOf = (model: string): Headline => (/^bias/.test(model) ? 'rmse' : 'ndcg@10');

describe('exams', () => {
  test('hold together what was tested on one split, the best first', () => {
    const exams = examsOf(
      [
        run('a', 1, 'one', card('bpr-mf', 0.2), card('popularity', 0.1), card('ease', 0.3)),
        run('b', 3, 'two', card('lstm4rec', 0.4)),
        run('c', 2, 'one', card('sasrec', 0.25), card('popularity', 0.1), card('ease', 0.3)),
      ],
      judgeOf,
    );
    const seen = exams.map(({ hash, run, entries }) => [
      hash,
      run.id,
      entries.map((entry) => [entry.card.model, entry.run?.id ?? null]),
    ]);
    expect(seen).toEqual([
      ['two', 'b', [['lstm4rec', 'b']]],
      [
        'one',
        'c',
        [
          ['ease', null],
          ['sasrec', 'c'],
          ['bpr-mf', 'a'],
          ['popularity', null],
        ],
      ],
    ]);
  });

  test('show a baseline that was a run as well once, as the run, unless its settings were others', () => {
    const [exam] = examsOf(
      [
        run('a', 1, 'one', card('ease', 0.3), card('item-knn', 0.2), card('popularity', 0.1)),
        run('b', 2, 'one', card('item-knn', 0.25), card('ease', 0.30001), card('popularity', 0.1)),
      ],
      judgeOf,
    );
    expect(exam.entries.map((entry) => [entry.card.model, entry.run?.id ?? null])).toEqual([
      ['ease', 'a'],
      ['item-knn', 'b'],
      ['item-knn', null],
      ['popularity', null],
    ]);
  });

  test('are not taken by runs without a split or a result', () => {
    expect(examsOf([run('a', 1, null), run('b', 2, 'one')], judgeOf)).toEqual([]);
  });

  test('of ratings are apart from those of lists, the smallest error first', () => {
    const rated = (model: string, rmse: number): Scorecard => ({
      ...card(model, 0.9),
      metrics: { 'ndcg@10': 0.9, rmse },
    });
    const exams = examsOf(
      [
        run('a', 1, 'one', card('ease', 0.3), card('popularity', 0.1)),
        run('b', 2, 'one', rated('biased-mf', 0.92), card('popularity', 0.1), rated('bias', 0.95)),
        run('c', 3, 'one', rated('bias-only', 0.91)),
      ],
      judgeOf,
    );
    const seen = exams.map(({ metric, entries }) => [metric, entries.map((e) => e.card.model)]);
    expect(seen).toEqual([
      ['rmse', ['bias-only', 'biased-mf', 'bias']],
      ['ndcg@10', ['ease', 'popularity']],
    ]);
  });
});
