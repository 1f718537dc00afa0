import { benchNames, type BenchBackend, type BenchName, type PeerName } from './entry';
import type { AttentionProblem } from './problems/attention';
import type { FactorizationProblem } from './problems/factorization';
import type { LstmProblem } from './problems/lstm';
import { shapeOf, type Problem } from './problems';

/** One shape of one bench: what is computed, on which backend, and against whom. */
export interface Case {
  readonly name: BenchName;
  readonly shape: string;
  readonly backend: BenchBackend;
  readonly problem: Problem;
  readonly peers: readonly PeerName[];
  /** Where only the memory held is asked for: after how many steps. */
  readonly memoryAfter?: readonly number[];
}

const factorization = (batch: number): FactorizationProblem => ({
  kind: 'factorization',
  users: 6040,
  items: 3706,
  dim: 64,
  batch,
  interactions: 1_000_000,
});

const lstm = (guesses: LstmProblem['guesses']): LstmProblem => ({
  kind: 'lstm',
  batch: 64,
  time: 50,
  dim: 64,
  items: 3706,
  guesses,
});

const attention = (batch: number, time: number): AttentionProblem => ({
  kind: 'attention',
  batch,
  time,
  dim: 64,
  blocks: 2,
  items: 3706,
  histories: 'full',
});
const [shortHistories, longHistories] = [attention(128, 50), attention(32, 200)];

const topk: Problem = { kind: 'topk', users: 256, items: 60_000, dim: 64, k: 100, seen: 100 };

/** As ML-100K and as ML-1M, less what is held out. */
const spmm = (users: number, items: number, interactions: number): Problem => ({
  kind: 'spmm',
  users,
  items,
  dim: 64,
  interactions,
});
const [smallSpmm, largeSpmm] = [spmm(943, 1682, 80_000), spmm(6040, 3706, 670_000)];

const gpu = (name: BenchName, problem: Problem, peers: readonly PeerName[]): Case => ({
  name,
  shape: shapeOf(problem),
  backend: 'webgpu',
  problem,
  peers,
});

const wasm = (name: BenchName, problem: Problem): Case => ({
  name,
  shape: shapeOf(problem),
  backend: 'wasm',
  problem,
  peers: ['tfjs'],
});

const memory = (problem: Problem): Case => ({
  ...gpu('memory', problem, []),
  memoryAfter: [50, 1000],
});

const small = (histories: AttentionProblem['histories']): AttentionProblem => ({
  kind: 'attention',
  batch: 8,
  time: 20,
  dim: 32,
  blocks: 1,
  items: 500,
  histories,
});

/** All there is to measure, in the order in which it is. */
export const cases: readonly Case[] = [
  gpu('factorization', factorization(1024), ['tfjs', 'jaxjs']),
  gpu('factorization', factorization(8192), ['tfjs', 'jaxjs']),
  gpu('lstm', lstm('last'), ['tfjs']),
  gpu('lstm', lstm('every'), ['tfjs']),
  gpu('attention', shortHistories, ['tfjs']),
  gpu('attention', longHistories, ['tfjs']),
  gpu('topk', topk, ['tfjs', 'jaxjs']),
  gpu('spmm', smallSpmm, ['tfjs']),
  gpu('spmm', largeSpmm, ['tfjs']),
  memory(factorization(1024)),
  memory(small('full')),
  memory(small('ragged')),
  memory({ kind: 'lstm', batch: 8, time: 20, dim: 32, items: 500, guesses: 'every' }),
  wasm('cpu-lstm', lstm('last')),
  wasm('cpu-lstm', lstm('every')),
  wasm('cpu-attention', shortHistories),
  wasm('cpu-attention', longHistories),
  wasm('cpu-spmm', smallSpmm),
  wasm('cpu-spmm', largeSpmm),
];

/** Those of one bench, or of `all`. @throws Error when there is none of that name */
export function casesOf(name: string): readonly Case[] {
  const found = name === 'all' ? cases : cases.filter((one) => one.name === name);
  if (found.length > 0) return found;
  throw new Error(`There is no bench “${name}”; there are: ${benchNames.join(', ')}, all.`);
}
