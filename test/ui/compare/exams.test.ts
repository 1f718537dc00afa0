import { describe, expect, test } from 'vitest';
import type { RunInfo, Scorecard } from '../../../src/api';
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
    scorecards,
  }) as unknown as RunInfo;

describe('exams', () => {
  test('hold together what was tested on one split, the best first', () => {
    const exams = examsOf([
      run('a', 1, 'one', card('bpr-mf', 0.2), card('popularity', 0.1), card('ease', 0.3)),
      run('b', 3, 'two', card('lstm4rec', 0.4)),
      run('c', 2, 'one', card('sasrec', 0.25), card('popularity', 0.1), card('ease', 0.3)),
    ]);
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

  test('are not taken by runs without a split or a result', () => {
    expect(examsOf([run('a', 1, null), run('b', 2, 'one')])).toEqual([]);
  });
});
