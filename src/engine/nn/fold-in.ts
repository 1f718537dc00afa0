import * as tf from '../../kernels/tensor';
import { solveRidge } from '../../kernels/linalg';
import { toLists, type Lists } from '../../kernels/lists';
import type { Catalogue } from '../../kernels/score-topk/score-topk';
import { toSparse, type Sparse } from '../../kernels/sparse';
import { sparseProduct } from '../../kernels/sparse-product/sparse-product';
import type { Query } from '../data/dataset';

/** The items in the history of each query. */
export function metBy(queries: readonly Query[]): Lists {
  return toLists(queries.map(({ history }) => history.items));
}

/** What each query said of each item, 0 where nothing: a sparse matrix `[queries, items]`. */
export function said(queries: readonly Query[]): Sparse {
  const items = queries.map(({ history }) =>
    history.items.filter((_item, event) => history.values[event] !== 0),
  );
  const values = queries.flatMap(({ history }) => Array.from(history.values.filter(Boolean)));
  return toSparse(toLists(items), Float32Array.from(values));
}

/** The same, dense and the other way round, for products with sparse weights: `[items, queries]` */
export function saidByItem(queries: readonly Query[], items: number): tf.Tensor {
  const values = new Float32Array(items * queries.length);
  for (const [query, { history }] of queries.entries()) {
    history.items.forEach((item, event) => {
      values[item * queries.length + query] += history.values[event];
    });
  }
  return tf.tensor2d(values, [items, queries.length]);
}

/** What each query said of what is in its history, where 0 is a rating as any other: `[queries, items]`. */
export function rated(queries: readonly Query[]): Sparse {
  const values = queries.flatMap(({ history }) => Array.from(history.values));
  return toSparse(toLists(queries.map(({ history }) => history.items)), Float32Array.from(values));
}

export interface Factors {
  /** `[users, dim]`; absent in an anonymous recommender. */
  readonly users?: tf.Tensor;
  /** `[items, dim]` */
  readonly items: tf.Tensor;
}

/**
 * Vectors for a factor model, `[queries, dim]`: the trained row of those it knows,
 * and for strangers the vector that would have explained their history best.
 */
export function knownOrSolved(
  { users, items }: Factors,
  queries: readonly Query[],
  ridge: { readonly unobserved: number; readonly l2: number },
): tf.Tensor {
  return knownOr(users, queries, () =>
    solveRidge({ factors: items, targets: said(queries), ...ridge }),
  );
}

/**
 * Vectors that would have explained all ratings of each query best, `[queries, dim]`, and that
 * lie near the `typical` one `[1, dim]`: the nearer, the higher `l2` `[1, 1]`.
 */
export function solvedAround(
  typical: tf.Tensor,
  items: tf.Tensor,
  queries: readonly Query[],
  l2: tf.Tensor,
): tf.Tensor {
  const expected = tf.reshape(tf.matMul(items, typical, false, true), [items.shape[0]]);
  return tf.add(typical, solvedBeside(expected, items, queries, l2));
}

/**
 * Vectors whose products with `items` `[items, dim]` would have explained best how the ratings
 * of each query differ from those `expected` of the items, `[items]`: `[queries, dim]`
 */
export function solvedBeside(
  expected: tf.Tensor,
  items: tf.Tensor,
  queries: readonly Query[],
  l2: number | tf.Tensor,
): tf.Tensor {
  const ratings = rated(queries);
  const values = tf.sub(ratings.values, tf.gather(expected, ratings.indices));
  return solveRidge({ factors: items, targets: { ...ratings, values }, unobserved: 0, l2 });
}

/**
 * A vector for each query, `[queries, dim]`: the row in `users` of those it knows, and of
 * what `foldIn` makes of all queries that of the strangers. An anonymous recommender, without
 * `users`, knows nobody.
 */
export function knownOr(
  users: tf.Tensor | undefined,
  queries: readonly Query[],
  foldIn: () => tf.Tensor,
): tf.Tensor {
  const isKnown = queries.map(({ user }) => users !== undefined && user !== null);
  const known = (): tf.Tensor =>
    tf.gather(
      users!,
      tf.tensor1d(
        queries.map(({ user }) => user ?? 0),
        'int32',
      ),
    );
  if (isKnown.every(Boolean)) return known();
  const folded = foldIn();
  if (!isKnown.some(Boolean)) return folded;
  return tf.where(tf.tensor2d(isKnown.map(Number), [queries.length, 1], 'bool'), known(), folded);
}

/** Dot products with every item's vector, plus its bias: `[queries, dim]` → `[queries, items]` */
export function scoreByFactors({ items, bias }: Catalogue, vectors: tf.Tensor): tf.Tensor {
  const products = tf.matMul(vectors, items, false, true);
  return bias ? tf.add(products, bias) : products;
}

/** How strongly a disliked item pushes away, against what the history says in favour. */
const aversion = 0.5;

/**
 * Moves `vectors` `[queries, dim]` away from what was disliked, for models that read
 * only what was liked: less the mean vector of the disliked items, in part.
 */
export function awayFromDisliked(
  vectors: tf.Tensor,
  queries: readonly Query[],
  items: tf.Tensor,
): tf.Tensor {
  const disliked = queries.map(({ history }) =>
    history.items.filter((_i, e) => history.values[e] < 0),
  );
  if (disliked.every((list) => list.length === 0)) return vectors;
  const shares = disliked.flatMap((list) => Array.from(list, () => aversion / list.length));
  const away = toSparse(toLists(disliked), Float32Array.from(shares));
  return tf.sub(vectors, sparseProduct(away, items));
}

/** A model with all its weights frozen but the vector of whoever asks. */
export interface Frozen {
  /** Of a vector. */
  readonly dim: number;
  readonly items: number;
  /** The score of each item for a vector of its own, `[items, dim]`: `[items]` */
  score(vectors: tf.Tensor): tf.Tensor;
}

/**
 * Vectors of strangers, `[queries, dim]`, for models whose scores are no products of factors.
 * Near a vector of zeros, which is the typical user, the score of an item follows its slopes:
 * those take the place of its factors, and what explains a history best is solved for as in
 * any factor model. That is one step of Gauss and Newton.
 */
export function solveNearZero(queries: readonly Query[], { dim, items, score }: Frozen): tf.Tensor {
  const total = (vectors: tf.Tensor): tf.Scalar => tf.sum(score(vectors));
  const [slopes] = tf.valueAndGrads(total)([tf.zeros([items, dim])]).grads;
  const factors = tf.div(slopes, likedMore);
  return solveRidge({ factors, targets: said(queries), unobserved: 0.03, l2: 1 });
}

/** How much more than to others a stranger's vector should give to the items they like. */
const likedMore = 6;
