import type { Lists } from '../../../kernels/lists';
import { topKOfScores } from '../../../kernels/score-topk/score-topk';
import * as tf from '../../../kernels/tensor';
import type { Query } from '../../data/dataset';
import { spreadColumns, takeColumns } from '../../nn/columns';
import { metBy } from '../../nn/fold-in';
import { behindPrefix, type Weights } from '../../nn/weights';
import type { Part } from './parts';

/** A model that finds candidates among all items, and one that looks at those closely. */
export interface Stages {
  readonly retriever: Part;
  readonly ranker: Part;
  /** How many the first passes on to the second. */
  readonly candidates: number;
}

/** What popularity, from 0 to 1, adds to the votes of the retriever: it decides between equal ones alone. */
const tieBreak = 1e-4;
/** How far the last candidate stands above what was not retrieved. */
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

/** What the retriever finds. */
interface Retrieved {
  /** Its votes on all items, `[queries, items]`. */
  readonly votes: tf.Tensor;
  /** The candidates, best first, int32 `[queries, candidates]`: -1 where there are no more. */
  readonly candidates: tf.Tensor;
}

/**
 * Those of the items not `met` that the retriever thinks best of; of equals, the most popular.
 * Votes are scores in units of `scales`, by which they vary among candidates.
 */
export function retrieve(
  { retriever, candidates }: Stages,
  weights: Weights,
  users: tf.Tensor,
  met: Lists,
): Retrieved {
  const [own] = weightsOf(weights);
  const people = tf.slice(users, [0, 0], [-1, widthOf(retriever, weights)]);
  const scores = retriever.model.score(own, people, retriever.config, met);
  const votes = tf.add(inUnits(scores, weights, 0), tf.mul(weights.popularity, tieBreak));
  const k = Math.min(candidates, votes.shape[1]!);
  return { votes, candidates: topKOfScores(votes, met, k).items };
}

/** What both stages say of candidates; what they say where there are none means nothing. */
interface Look {
  readonly retrieved: Retrieved;
  /** Whether there is a candidate: `[queries, candidates]` */
  readonly isThere: tf.Tensor;
  /** The candidates, and item 0 where there are no more: int32 `[queries, candidates]` */
  readonly items: tf.Tensor;
  /** The votes of the retriever and of the ranker: `[queries, candidates]` each */
  readonly votes: readonly [far: tf.Tensor, close: tf.Tensor];
}

function lookClosely(stages: Stages, weights: Weights, users: tf.Tensor, met: Lists): Look {
  const { retriever, ranker } = stages;
  const retrieved = retrieve(stages, weights, users, met);
  const { candidates, votes } = retrieved;
  const isThere = tf.greaterEqual(candidates, tf.zerosLike(candidates));
  const items = tf.mul(candidates, tf.cast(isThere, 'int32'));
  const [, own] = weightsOf(weights);
  const people = tf.slice(users, [0, widthOf(retriever, weights)], [-1, -1]);
  const close = scoreSome(ranker, own, people, items, met);
  return {
    retrieved,
    isThere,
    items,
    votes: [takeColumns(votes, items), inUnits(close, weights, 1)],
  };
}

function scoreSome(
  { model, config }: Part,
  weights: Weights,
  people: tf.Tensor,
  items: tf.Tensor,
  met: Lists,
): tf.Tensor {
  if (model.scoreSome) return model.scoreSome(weights, people, items, config);
  return takeColumns(model.score(weights, people, config, met), items);
}

/** The candidates of each query, and the votes of both stages on them. */
export function voteOn(stages: Stages, weights: Weights, queries: readonly Query[]) {
  const users = foldInStages(stages, weights, queries);
  const { retrieved, votes } = lookClosely(stages, weights, users, metBy(queries));
  return { candidates: retrieved.candidates, votes: [...votes] };
}

/**
 * Scores of all items, `[queries, items]`: those of the candidates are the votes of both, each
 * times its share, raised above all others, which keep the order of the retriever.
 */
export function scoreStages(
  stages: Stages,
  weights: Weights,
  users: tf.Tensor,
  met: Lists,
): tf.Tensor {
  const { retrieved, isThere, items, votes } = lookClosely(stages, weights, users, met);
  const [far, close] = votes;
  const [share, rest] = tf.split(weights.shares, 2);
  const mixed = tf.add(tf.mul(far, share), tf.mul(close, rest));
  const raised = tf.add(tf.sub(mixed, lowestOf(mixed, isThere)), gap);
  const others = tf.sub(retrieved.votes, lowestOf(far, isThere));
  const change = tf.where(isThere, tf.sub(raised, takeColumns(others, items)), tf.zerosLike(far));
  return tf.add(others, spreadColumns(change, items, others.shape[1]!));
}

/** Scores in units of how far those of a stage vary. */
function inUnits(scores: tf.Tensor, { scales }: Weights, stage: 0 | 1): tf.Tensor {
  return tf.div(scores, tf.slice(scales, [stage], [1]));
}

/** The lowest number of each row, of those that are there: `[rows, 1]` */
function lowestOf(rows: tf.Tensor, isThere: tf.Tensor): tf.Tensor {
  const counted = tf.where(isThere, rows, tf.max(rows, 1, true));
  return tf.neg(tf.max(tf.neg(counted), 1, true));
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
