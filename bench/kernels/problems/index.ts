import type { Work } from '../statistics';
import { attentionWork, type AttentionProblem } from './attention';
import { factorizationWork, type FactorizationProblem } from './factorization';
import { lstmWork, type LstmProblem } from './lstm';
import { topKWork, type TopKProblem } from './topk';

/** What all libraries are given to do; weights and batches follow from it and a fixed seed. */
export type Problem = FactorizationProblem | LstmProblem | AttentionProblem | TopKProblem;

export type ProblemKind = Problem['kind'];

/** One problem of a certain kind. */
export type ProblemOf<K extends ProblemKind> = Extract<Problem, { kind: K }>;

const count = (n: number): string => n.toLocaleString('en');

/** The sizes, for people. */
export function shapeOf(problem: Problem): string {
  switch (problem.kind) {
    case 'factorization':
      return `${count(problem.users)} × ${count(problem.items)}, d=${problem.dim}, batch ${count(problem.batch)}`;
    case 'lstm':
      return `batch ${problem.batch}, T=${problem.time}, hidden ${problem.dim}, ${count(problem.items)} items, softmax at ${problem.guesses === 'last' ? 'the last position' : 'every position'}`;
    case 'attention':
      return `batch ${problem.batch}, T=${problem.time}, d=${problem.dim}, ${problem.blocks} blocks, ${count(problem.items)} items`;
    case 'topk':
      return `${count(problem.users)} users × ${count(problem.items)} items, d=${problem.dim}, k=${problem.k}`;
  }
}

/** What a step of it must do at least. */
export function workOf(problem: Problem): Work {
  switch (problem.kind) {
    case 'factorization':
      return factorizationWork(problem);
    case 'lstm':
      return lstmWork(problem);
    case 'attention':
      return attentionWork(problem);
    case 'topk':
      return topKWork(problem);
  }
}
