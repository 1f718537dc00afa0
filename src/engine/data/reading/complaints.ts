import { detach } from './interner';
import type { ImportReport, Problem, ProblemKind } from '../plan';

export const shownProblems = 100;
/** Characters of a line or a cell that suffice to find it again. */
const shownText = 80;

/** Counts what was wrong with lines, and keeps the first hundred. */
export interface Complaints {
  add(problem: Problem): void;
  /** Counts so many more, without saying where. */
  addCount(why: ProblemKind, count: number): void;
  /** The first that was met in one of `files`, or undefined. */
  firstIn(files: readonly string[]): Problem | undefined;
  report(rows: number, kept: number): ImportReport;
}

export function createComplaints(): Complaints {
  const counts: Partial<Record<ProblemKind, number>> = {};
  const problems: Problem[] = [];
  return {
    add(problem) {
      counts[problem.why] = (counts[problem.why] ?? 0) + 1;
      if (problems.length === shownProblems) return;
      problems.push({ ...problem, text: detach(problem.text.slice(0, shownText)) });
    },
    addCount(why, count) {
      counts[why] = (counts[why] ?? 0) + count;
    },
    firstIn: (files) => problems.find(({ file }) => files.includes(file)),
    report: (rows, kept) => ({ rows, kept, counts, problems }),
  };
}
