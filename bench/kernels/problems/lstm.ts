import type { HostWeights } from '../../../src/engine/nn/weights';
import { createRandom } from '../../../src/kernels/random';
import type { Work } from '../statistics';
import { sequenceSeed } from './sequences';
import { count } from './words';
import { adamBytes, constant, normals } from './weights';

/** One step of an LSTM that guesses the next item by a softmax over all of them, Adam. */
export interface LstmProblem {
  readonly kind: 'lstm';
  readonly batch: number;
  readonly time: number;
  /** Of the items' vectors and of the state alike. */
  readonly dim: number;
  readonly items: number;
  /** Which positions guess. */
  readonly guesses: 'last' | 'every';
}

export function lstmShape({ batch, time, dim, items, guesses }: LstmProblem): string {
  const where = guesses === 'last' ? 'the last position' : 'every position';
  return `batch ${batch}, T=${time}, hidden ${dim}, ${count(items)} items, softmax at ${where}`;
}

/** The table of items serves both ends: it is looked up, and scores the states. */
export function lstmWeights({ dim, items }: LstmProblem): HostWeights {
  const random = createRandom(sequenceSeed);
  return {
    items: normals([items, dim], 0.3, random),
    bias: constant([items], 0),
    input: normals([dim, 4 * dim], 0.1, random),
    hidden: normals([dim, 4 * dim], 0.1, random),
    gateBias: constant([4 * dim], 0.1),
  };
}

export const guessing = ({ batch, time, guesses }: LstmProblem): number =>
  guesses === 'every' ? batch * time : batch;

/**
 * Products only, of which going backward has twice as many: inputs and states with the
 * gates, and states with the catalogue. Memory: the weights under Adam, once.
 */
export function lstmWork(problem: LstmProblem): Work {
  const { batch, time, dim, items } = problem;
  const gates = batch * time * 2 * (2 * dim * 4 * dim);
  const scores = guessing(problem) * 2 * dim * items;
  const weights = items * (dim + 1) + 2 * dim * 4 * dim + 4 * dim;
  return { flops: 3 * (gates + scores), bytes: adamBytes(weights) };
}
