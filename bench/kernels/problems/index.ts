import type { Work } from '../statistics';
import { attentionShape, attentionWork, type AttentionProblem } from './attention';
import { factorizationShape, factorizationWork, type FactorizationProblem } from './factorization';
import { lstmShape, lstmWork, type LstmProblem } from './lstm';
import { spmmShape, spmmWork, type SpmmProblem } from './spmm';
import { topKShape, topKWork, type TopKProblem } from './topk';

/** What all libraries are given to do; weights and batches follow from it and a fixed seed. */
export type Problem =
  FactorizationProblem | LstmProblem | AttentionProblem | TopKProblem | SpmmProblem;

export type ProblemKind = Problem['kind'];

/** One problem of a certain kind. */
export type ProblemOf<K extends ProblemKind> = Extract<Problem, { kind: K }>;

/** What is known of each kind of problem. */
type Facts = {
  readonly [K in ProblemKind]: {
    shape(problem: ProblemOf<K>): string;
    work(problem: ProblemOf<K>): Work;
  };
};

const facts: Facts = {
  factorization: { shape: factorizationShape, work: factorizationWork },
  lstm: { shape: lstmShape, work: lstmWork },
  attention: { shape: attentionShape, work: attentionWork },
  topk: { shape: topKShape, work: topKWork },
  spmm: { shape: spmmShape, work: spmmWork },
};

// TypeScript does not see that the kind of a problem is that of the function.

/** The sizes, for people. */
export const shapeOf = (problem: Problem): string => facts[problem.kind].shape(problem as never);

/** What a step of it must do at least. */
export const workOf = (problem: Problem): Work => facts[problem.kind].work(problem as never);
