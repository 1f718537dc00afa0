import * as tf from '../../../kernels/tensor';
import { solveRidge } from '../../../kernels/linalg';
import type { Random } from '../../../kernels/random';
import { tripleBatches, type TripleBatch } from '../../data/batches';
import type { Dataset, Query } from '../../data/dataset';
import { uniformNegatives } from '../../data/negatives';
import { descend, serving, type FitProgress } from '../../nn/fit';
import { knownOr, said } from '../../nn/fold-in';
import { disposeGraph, type Graph } from '../../nn/graph';
import { pairwiseLoss, pairwiseSquares, type Tables } from '../../nn/pairwise';
import { glorotWeight, type Weights } from '../../nn/weights';
import type { FitContext } from '../model';

/** What is learned at least: users and items by themselves, before they hear from others. */
export type OwnWeights = Weights & Readonly<Record<'users.own' | 'items.own', tf.Tensor>>;

/**
 * What serving reads, so that it need not go through the graph: `users` `[users, dim]` and
 * `items` `[items, dim]` as the graph makes them, and `everyone` `[1, dim]`, the mean user.
 */
export type ServedWeights = Weights & Readonly<Record<'users' | 'items' | 'everyone', tf.Tensor>>;

/** What differs between models that learn to rank on a graph. */
export interface GraphLearning<W extends OwnWeights> {
  connect(): Graph;
  start(random: Random): W;
  /** The layers, in order. */
  hops(weights: W, graph: Graph): readonly Hop[];
}

/** One layer: what each node makes of its neighbours, `[nodes, dim]` to the same. */
export type Hop = (nodes: tf.Tensor) => tf.Tensor;

interface Schedule {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly l2: number;
}

/**
 * Minimizes the pairwise loss of what the layers give, with the own vectors kept small. The
 * graph is freed in the end.
 */
export async function* learnOnGraph<W extends OwnWeights>(
  train: Dataset,
  { epochs, batchSize, learningRate, l2 }: Schedule,
  context: FitContext,
  { connect, start, hops }: GraphLearning<W>,
): AsyncGenerator<FitProgress<W & ServedWeights>> {
  const graph = connect();
  const embed = (weights: W): Tables => meanOfLayers(weights, hops(weights, graph));
  const sampler = uniformNegatives(train);
  const fit = descend({
    ...context,
    start,
    epochs,
    learningRate,
    batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
    batches: (random) => tripleBatches(train, batchSize, sampler, random),
    loss(weights: W, batch: TripleBatch) {
      const own = { users: weights['users.own'], items: weights['items.own'] };
      const squares = tf.mul(pairwiseSquares(own, batch), l2);
      return tf.add(pairwiseLoss(embed(weights), batch), squares);
    },
  });
  try {
    yield* serving(fit, (weights: W) => {
      const tables = embed(weights);
      return { ...tables, everyone: tf.mean(tables.users, 0, true) };
    });
  } finally {
    disposeGraph(graph);
  }
}

/** Where learning starts: a vector for each user and each item. */
export function startNodes({ users, items }: Dataset, dim: number, random: Random): OwnWeights {
  return {
    'users.own': glorotWeight(users.size, dim, random),
    'items.own': glorotWeight(items.size, dim, random),
  };
}

/** The mean of all nodes by themselves and after each hop, users and items apart. */
function meanOfLayers(weights: OwnWeights, hops: readonly Hop[]): Tables {
  const own = [weights['users.own'], weights['items.own']];
  let layer = tf.concat(own);
  let sum = layer;
  for (const hop of hops) {
    layer = hop(layer);
    sum = tf.add(sum, layer);
  }
  const mean = tf.div(sum, hops.length + 1);
  const [users, items] = tf.split(
    mean,
    own.map(({ shape }) => shape[0]),
  );
  return { users, items };
}

/**
 * The rows of users it knows. A stranger is the vector that would explain their history best,
 * which ranks better than a new node without a learned vector of its own would; of whom there
 * is no history, the mean user.
 */
export function foldInToGraph(
  { users, items, everyone }: ServedWeights,
  queries: readonly Query[],
): tf.Tensor {
  return knownOr(users, queries, () => {
    const factors = tf.div(items, likedScore);
    const solved = solveRidge({ factors, targets: said(queries), unobserved: 0.05, l2: 2 });
    const isNew = queries.map(({ history }) => Number(history.items.length === 0));
    return tf.add(solved, tf.mul(tf.tensor2d(isNew, [queries.length, 1]), everyone));
  });
}

/** What a stranger's vector should give the items they like: about what those score who were learned from. */
const likedScore = 4;
