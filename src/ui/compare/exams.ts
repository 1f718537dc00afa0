import type { Headline, RunInfo, Scorecard } from '../../api';
import { isError } from '../judge';

/** Results that are closer look the same in a table. Another device may round another way. */
const shownApart = 5e-5;

/** A recommender's result in an exam. */
export interface Entry {
  readonly card: Scorecard;
  /** The run whose model it is of; null for a baseline that came along. */
  readonly run: RunInfo | null;
}

/** All that was tested on one split of the data, by one metric: results that may be held against each other. */
export interface Exam {
  /** Of the split. */
  readonly hash: string;
  /** What all of them are judged by. */
  readonly metric: Headline;
  /** The newest run in it. */
  readonly run: RunInfo;
  /** The best first. */
  readonly entries: readonly Entry[];
}

/**
 * The exams that `runs` have taken, newest first; a baseline that came along several times stands
 * once, and not at all where it was a run as well.
 */
export function examsOf(
  runs: readonly RunInfo[],
  judgeOf: (model: string) => Headline,
): readonly Exam[] {
  const taken = runs.filter(({ split, scorecards }) => split && scorecards.length > 0);
  const newestFirst = [...taken].sort((a, b) => b.startedAt - a.startedAt);
  const keyOf = ({ split, request }: RunInfo): string => `${split!.hash} ${judgeOf(request.model)}`;
  return Array.from(new Set(newestFirst.map(keyOf)), (key) => {
    const group = newestFirst.filter((run) => keyOf(run) === key);
    const [run] = group;
    const metric = judgeOf(run.request.model);
    const entries = entriesOf(group, metric)
      .filter(({ card }) => card.metrics[metric] !== undefined)
      .sort((a, b) => worthOf(b, metric) - worthOf(a, metric));
    return { hash: run.split!.hash, metric, run, entries };
  });
}

function entriesOf(runs: readonly RunInfo[], metric: Headline): Entry[] {
  const own = runs.map((run) => ({ card: run.scorecards[0], run }));
  const others = runs.flatMap(({ scorecards }) => scorecards.slice(1));
  const baselines = [...new Map(others.map((card) => [card.model, card])).values()];
  const alone = baselines.filter((card) => !own.some((entry) => isAlike(entry.card, card, metric)));
  return [...own, ...alone.map((card) => ({ card, run: null }))];
}

/** Whether two results are one model’s with one outcome: with other settings it would be another. */
function isAlike(a: Scorecard, b: Scorecard, metric: Headline): boolean {
  return a.model === b.model && Math.abs(a.metrics[metric] - b.metrics[metric]) < shownApart;
}

function worthOf({ card }: Entry, metric: Headline): number {
  return isError(metric) ? -card.metrics[metric] : card.metrics[metric];
}
