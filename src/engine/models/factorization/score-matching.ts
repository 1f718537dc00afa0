import * as tf from '../../../kernels/tensor';
import type { Query } from '../../data/dataset';
import { scoreInBlocks } from '../../nn/blocks';
import { knownOr, solveNearZero } from '../../nn/fold-in';
import type { Weights } from '../../nn/weights';
import { meanOf, type Match } from './match';

/** Numbers that the states of a block of pairs may hold: 4 MiB. */
const numbersAtOnce = 2 ** 20;

/**
 * Scores of all items for users `[queries, matches · dim]`, or of `some` for each, int32
 * `[queries, k]`: `[queries, items]`
 */
export function scoreMatching(
  matches: readonly Match[],
  weights: Weights,
  users: tf.Tensor,
  some?: tf.Tensor,
): tf.Tensor {
  const [queries]: number[] = users.shape;
  const read = readUsers(matches, weights, users);
  const items = readItems(matches, weights);
  const width = Math.max(...items.map(({ shape }) => shape[1]!));
  const widest = width * (some ? some.shape[1]! : items[0].shape[0]);
  return scoreInBlocks(queries, { each: widest, most: numbersAtOnce }, (from, size) => {
    const rows = (whole: tf.Tensor): tf.Tensor => tf.slice(whole, [from, 0], [size, -1]);
    const scores = matches.map((match, m) => {
      const met = some ? tf.gather(items[m], rows(some)) : items[m];
      return match.meet(weights, tf.expandDims(rows(read[m]), 1), met);
    });
    return meanOf(scores);
  });
}

function readUsers(matches: readonly Match[], weights: Weights, users: tf.Tensor): tf.Tensor[] {
  const vectors = apart(users, matches.length);
  return matches.map((match, i) => match.readUsers(weights, vectors[i]));
}

function readItems(matches: readonly Match[], weights: Weights): tf.Tensor[] {
  return matches.map((match) => match.readItems(weights, weights[match.items]));
}

/** The vectors of all matches side by side: `[queries, matches · dim]` */
export function foldInMatching(
  matches: readonly Match[],
  weights: Weights,
  queries: readonly Query[],
): tf.Tensor {
  let solved: readonly tf.Tensor[] | null = null;
  const foldIn = (m: number): tf.Tensor => {
    solved ??= apart(foldInStrangers(matches, weights, queries), matches.length);
    return solved[m];
  };
  const vectors = matches.map(({ users }, m) => knownOr(weights[users], queries, () => foldIn(m)));
  return tf.concat(vectors, 1);
}

function foldInStrangers(
  matches: readonly Match[],
  weights: Weights,
  queries: readonly Query[],
): tf.Tensor {
  const items = readItems(matches, weights);
  const dims = matches.map((match) => weights[match.items].shape[1]!);
  return solveNearZero(queries, {
    items: items[0].shape[0],
    dim: dims.reduce((sum, dim) => sum + dim, 0),
    score(vectors) {
      const users = readUsers(matches, weights, vectors);
      return meanOf(matches.map((match, m) => match.meet(weights, users[m], items[m])));
    },
  });
}

/** The vectors of each of so many matches. `split` cannot be differentiated into one part. */
function apart(vectors: tf.Tensor, matches: number): readonly tf.Tensor[] {
  return matches === 1 ? [vectors] : tf.split(vectors, matches, 1);
}
