import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import type { EventBatch } from '../../data/batches';
import type { Query } from '../../data/dataset';
import { knownOr } from '../../nn/fold-in';
import type { Weights } from '../../nn/weights';
import {
  addValues,
  everyRow,
  queryValues,
  startValues,
  valuedAtRest,
  valuedUsers,
  type Knowledge,
} from '../content/knowledge';

/** What the values of all that is known of people and of moments stand for. */
export function startContext(knowledge: Knowledge, dim: number, random: Random): Weights {
  return startValues(knowledge, dim, random, ['people', 'moments']);
}

/** Where people lean by what is known of them and of the moments of `events`: `[size, dim]` */
export function leanOf(
  weights: Weights,
  knowledge: Knowledge,
  batch: EventBatch,
  random: Random,
): tf.Tensor {
  const nothing = tf.zeros([batch.size, weights['items.own'].shape[1]!]);
  return addValues(nothing, valuedUsers(weights, knowledge, batch, random));
}

/** … of all users, and of somebody unknown, at no known moment: `[users, dim]` and `[1, dim]` */
export function leansAtRest(weights: Weights, knowledge: Knowledge, users: number) {
  const [, dim] = weights['items.own'].shape;
  const at = (rows: Int32Array) =>
    addValues(tf.zeros([rows.length, dim!]), valuedAtRest(weights, knowledge, rows));
  return { users: at(everyRow(users)), unknown: at(Int32Array.of(-1)) };
}

/** Where those who ask lean before they have said anything: `[queries, dim]` */
export function leaning(weights: Weights, queries: readonly Query[], dim: number): tf.Tensor {
  const { users, unknown } = weights;
  if (!unknown) return tf.zeros([queries.length, dim]);
  return knownOr(users, queries, () => queryValues(weights, unknown, queries));
}
