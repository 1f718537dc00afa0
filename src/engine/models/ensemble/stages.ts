import type { Lists } from '../../../kernels/lists';
import { topKOfScores, type TopK } from '../../../kernels/score-topk/score-topk';
import * as tf from '../../../kernels/tensor';
import type { Query } from '../../data/dataset';
import { spreadColumns, takeColumns } from '../../nn/columns';
import { behindPrefix, type Weights } from '../../nn/weights';
import { standardized, type Part } from './parts';

/** A model that finds candidates among all items, and one that looks at those closely. */
export interface Stages {
  readonly retriever: Part;
  readonly ranker: Part;
  /** How many the first passes on to the second. */
  readonly candidates: number;
}

/** What popularity, from 0 to 1, adds to standardized scores: it decides between equal ones alone. */
const tieBreak = 1e-4;
/** How far the last candidate stands above what was not retrieved, in standard deviations. */
const gap = 1;

/** What both make of people, side by side: `[queries, width of one + width of the other]` */
export function foldInStages(
  { retriever, ranker }: Stages,
  weights: Weights,
  queries: readonly Query[],
): tf.Tensor {
  const [far, close] = weightsOf(weights);
  return tf.concat(
    [
      retriever.model.foldIn(far, queries, retriever.config),
      ranker.model.foldIn(close, queries, ranker.config),
    ],
    1,
  );
}

/** The candidates, best first, and what the retriever says of all items, standardized. */
interface Retrieved extends Pick<TopK, 'items' | 'scores'> {
  /** `[queries, items]` */
  readonly all: tf.Tensor;
}

/** Those of the items not `met` that the retriever thinks best of; of equals, the most popular. */
export function retrieve(
  { retriever, candidates }: Stages,
  weights: Weights,
  users: tf.Tensor,
  met: Lists,
): Retrieved {
  const [own] = weightsOf(weights);
  const people = tf.slice(users, [0, 0], [-1, widthOf(retriever, weights)]);
  const scores = retriever.model.score(own, people, retriever.config, met);
  const all = tf.add(standardized(scores), tf.mul(weights.popularity, tieBreak));
  return { all, ...topKOfScores(all, met, Math.min(candidates, all.shape[1]!)) };
}

/** What both stages say of the candidates; all are `[queries, candidates]`. */
interface Look {
  /** 1, or 0 where there are no more. */
  readonly isThere: tf.Tensor;
  /** int32; 0 where there are no more */
  readonly items: tf.Tensor;
  /** Of the retriever and of the ranker: each standardized over the candidates. */
  readonly votes: readonly [tf.Tensor, tf.Tensor];
}

export function lookClosely(
  { retriever, ranker }: Stages,
  weights: Weights,
  users: tf.Tensor,
  { all, items: found }: Retrieved,
  met: Lists,
): Look {
  const [, own] = weightsOf(weights);
  const there = tf.greaterEqual(found, tf.zerosLike(found));
  const [isThere, items] = [tf.cast(there, 'float32'), tf.mul(found, tf.cast(there, 'int32'))];
  const people = tf.slice(users, [0, widthOf(retriever, weights)], [-1, -1]);
  const { model, config } = ranker;
  const scores =
    model.scoreSome?.(own, people, items, config) ??
    takeColumns(model.score(own, people, config, met), items);
  const votes = [takeColumns(all, items), scores] as const;
  return {
    isThere,
    items,
    votes: [standardized(votes[0], isThere), standardized(votes[1], isThere)],
  };
}

/**
 * Scores of all items, `[queries, items]`: those of the candidates are the votes, each times its
 * share, and above all others, which keep the order of the retriever.
 */
export function scoreStages(
  stages: Stages,
  weights: Weights,
  users: tf.Tensor,
  met: Lists,
): tf.Tensor {
  const retrieved = retrieve(stages, weights, users, met);
  const { isThere, items, votes } = lookClosely(stages, weights, users, retrieved, met);
  const [far, close] = votes.map((vote, i) => tf.mul(vote, tf.slice(weights.shares, [i], [1])));
  const mixed = tf.add(far, close);
  const raised = tf.add(tf.sub(mixed, lowestOf(mixed)), gap);
  const { all, scores } = retrieved;
  const best = tf.max(all, 1, true);
  const others = tf.sub(all, lowestOf(tf.where(tf.cast(isThere, 'bool'), scores, best)));
  const change = tf.mul(tf.sub(raised, takeColumns(others, items)), isThere);
  return tf.add(others, spreadColumns(change, items, others.shape[1]!));
}

/** The lowest number of each row: `[rows, 1]` */
function lowestOf(rows: tf.Tensor): tf.Tensor {
  return tf.neg(tf.max(tf.neg(rows), 1, true));
}

/** What each stage has learned. */
function weightsOf(weights: Weights): [retriever: Weights, ranker: Weights] {
  return [behindPrefix('retriever', weights), behindPrefix('ranker', weights)];
}

/** Numbers that a retriever makes of a person: its vector, or without such the scores of all items. */
function widthOf({ model, config }: Part, weights: Weights): number {
  const [own] = weightsOf(weights);
  const { items } = model.factors?.(own, config) ?? { items: null };
  return items ? items.shape[1]! : weights.popularity.shape[0];
}
