import type { RunInfo, Scorecard } from '../../api';

/** A recommender's result in an exam. */
export interface Entry {
  readonly card: Scorecard;
  /** The run whose model it is of; null for a baseline that came along. */
  readonly run: RunInfo | null;
}

/** All that was tested on one split of the data: results that may be held against each other. */
export interface Exam {
  /** Of the split. */
  readonly hash: string;
  /** The newest run in it. */
  readonly run: RunInfo;
  /** The best NDCG@10 first. */
  readonly entries: readonly Entry[];
}

/** The exams that `runs` have taken, newest first; a baseline that came along several times stands once. */
export function examsOf(runs: readonly RunInfo[]): readonly Exam[] {
  const taken = runs.filter(({ split, scorecards }) => split && scorecards.length > 0);
  const newestFirst = [...taken].sort((a, b) => b.startedAt - a.startedAt);
  const hashes = new Set(newestFirst.map(({ split }) => split!.hash));
  return Array.from(hashes, (hash) => {
    const group = newestFirst.filter(({ split }) => split!.hash === hash);
    const entries = entriesOf(group).sort((a, b) => ndcgOf(b) - ndcgOf(a));
    return { hash, run: group[0], entries };
  });
}

function entriesOf(runs: readonly RunInfo[]): Entry[] {
  const own = runs.map((run) => ({ card: run.scorecards[0], run }));
  const others = runs.flatMap(({ scorecards }) => scorecards.slice(1));
  const baselines = new Map(others.map((card) => [card.model, card]));
  return [...own, ...Array.from(baselines.values(), (card) => ({ card, run: null }))];
}

function ndcgOf({ card }: Entry): number {
  return card.metrics['ndcg@10'] ?? 0;
}
