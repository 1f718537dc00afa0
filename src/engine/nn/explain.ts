import { solveSystem, type Ridge } from '../../kernels/linalg';
import * as tf from '../../kernels/tensor';
import { takeEvents, type Query } from '../data/dataset';

/**
 * What each event of a query adds to the score of `item`, `[events]`, where scores are sums
 * over the events of a history: what it scores alone.
 */
export function addedAlone(
  query: Query,
  item: number,
  score: (queries: readonly Query[]) => tf.Tensor,
): tf.Tensor {
  const events = query.history.items.length;
  const alone = Array.from(query.history.items, (_item, event) => ({
    ...query,
    history: takeEvents(query.history, [event]),
  }));
  return tf.reshape(tf.slice(score(alone), [0, item], [events, 1]), [events]);
}

/**
 * What each event of a query adds, `[events]`, to the product of its vector, solved for by
 * `ridge`, with `vector` `[1, dim]`. That product is `vector · A⁻¹ · Σ value · factor`, where
 * only the sum has the values in it, so each event adds `value · factor · A⁻¹ · vector`.
 * Hu, Koren & Volinsky (2008), §5, https://doi.org/10.1109/ICDM.2008.22
 */
export function addedToRidge({ history }: Query, vector: tf.Tensor, ridge: Ridge): tf.Tensor {
  const { items, values } = history;
  const direction = solveSystem(ridge, vector, 2 * vector.shape[1]!);
  const chosen = tf.gather(ridge.factors, tf.tensor1d(items, 'int32')); // [events, dim]
  const products = tf.reshape(tf.matMul(chosen, direction, false, true), [items.length]);
  return tf.mul(products, tf.tensor1d(values));
}
