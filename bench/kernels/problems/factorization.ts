import { tripleBatches } from '../../../src/engine/data/batches';
import { uniformNegatives } from '../../../src/engine/data/negatives';
import type { HostWeights } from '../../../src/engine/nn/weights';
import { createRandom, type Random } from '../../../src/kernels/random';
import type { Work } from '../statistics';
import { datasetOf, type Pairs } from './datasets';
import { constant, normals } from './weights';
import { count } from './words';

/**
 * One step of matrix factorization: BPR, Adam. Ours also learns a bias for each item,
 * which begins at 0; the others do without.
 */
export interface FactorizationProblem {
  readonly kind: 'factorization';
  readonly users: number;
  readonly items: number;
  readonly dim: number;
  readonly batch: number;
  /** How many interactions an epoch has, where steps are timed. */
  readonly interactions: number;
}

/** Interactions, each beside an item taken as not chosen: all `[batch]`. */
export interface Triples {
  readonly users: Int32Array;
  readonly positives: Int32Array;
  readonly negatives: Int32Array;
}

export const factorizationShape = ({ users, items, dim, batch }: FactorizationProblem): string =>
  `${count(users)} × ${count(items)}, d=${dim}, batch ${count(batch)}`;

export const factorizationSeed = 1;

export function factorizationWeights({ users, items, dim }: FactorizationProblem): HostWeights {
  const random = createRandom(factorizationSeed);
  return {
    users: normals([users, dim], 0.3, random),
    items: normals([items, dim], 0.3, random),
    bias: constant([items], 0),
  };
}

/** The data of the step that is checked: a single batch. */
export const checkedDataset = (problem: FactorizationProblem) =>
  datasetOf(drawPairs(problem, problem.batch), problem.users, problem.items);

/** The data of the steps that are timed. */
export const timedDataset = (problem: FactorizationProblem) =>
  datasetOf(drawPairs(problem, problem.interactions), problem.users, problem.items);

/** The batch that a fit of `checkedDataset` begins with. */
export function checkedBatch(problem: FactorizationProblem): Triples {
  const dataset = checkedDataset(problem);
  const random = createRandom(factorizationSeed).fork(1, 1);
  const [batch] = tripleBatches(dataset, problem.batch, uniformNegatives(dataset), random);
  const { users, items, size } = batch;
  return { users, positives: items.subarray(0, size), negatives: items.subarray(size) };
}

/** Batches made beforehand, for libraries that have no data loading of their own. */
export function timedBatches(problem: FactorizationProblem, count: number): Triples[] {
  const random = createRandom(factorizationSeed);
  return Array.from({ length: count }, () => {
    const { userOf, itemOf } = drawPairs(problem, problem.batch, random);
    const negatives = itemOf.map(() => random.below(problem.items));
    return { users: userOf, positives: itemOf, negatives };
  });
}

/** Users alike, and some items far more popular than others. */
function drawPairs(
  { users, items }: FactorizationProblem,
  count: number,
  random: Random = createRandom(factorizationSeed),
): Pairs {
  return {
    userOf: Int32Array.from({ length: count }, () => random.below(users)),
    itemOf: Int32Array.from({ length: count }, () => Math.floor(items * random.uniform() ** 2)),
  };
}

/**
 * For each triple two dot products, and the gradients of three rows from two others:
 * `4 dim + 6 dim`; for each number touched 12 operations of Adam. Each row touched is
 * read and written once, with its two moments.
 */
export function factorizationWork(problem: FactorizationProblem): Work {
  const [{ users, positives, negatives }] = timedBatches(problem, 1);
  const rows = new Set(users).size + new Set([...positives, ...negatives]).size;
  const touched = rows * problem.dim;
  return { flops: 10 * problem.dim * problem.batch + 12 * touched, bytes: 4 * 6 * touched };
}
