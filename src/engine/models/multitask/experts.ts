import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { dense } from '../../nn/layers';
import { glorotWeight, type Weights } from '../../nn/weights';

/** What is predicted of a user and an item: a preference from -1 to 1, or the logit of a like. */
export type Task = 'rating' | 'like';

export interface ExpertShape {
  /** Of the vectors, and of what each expert makes of them. */
  readonly dim: number;
  readonly experts: number;
}

/**
 * Experts that the tasks share. All but the last are layers over the vectors of the user and
 * of the item, split in two so that what they make of an item is worked out once for all
 * users; the last multiplies the two, as factorization does.
 */
export function startExperts(
  { dim, experts }: ExpertShape,
  tasks: readonly Task[],
  random: Random,
) {
  const layers = (experts - 1) * dim;
  const heads = tasks.flatMap((task): [string, tf.Tensor][] => [
    [`${task}UserGate`, tf.zeros([dim, experts])],
    [`${task}ItemGate`, tf.zeros([dim, experts])],
    [`${task}GateBias`, tf.zeros([experts])],
    [`${task}Tower`, glorotWeight(dim, 1, random)],
    [`${task}Bias`, tf.zeros([1])],
  ]);
  return {
    userLayers: glorotWeight(dim, layers, random),
    itemLayers: glorotWeight(dim, layers, random),
    layersBias: tf.zeros([layers]),
    ...Object.fromEntries(heads),
  } as Weights;
}

/** What experts and gates make of vectors by themselves: `[rows, …]` each. */
export interface Reading {
  readonly vectors: tf.Tensor;
  readonly layers: tf.Tensor;
  readonly gate: tf.Tensor;
}

export function readUsers(weights: Weights, task: Task, vectors: tf.Tensor): Reading {
  return {
    vectors,
    layers: dense(vectors, weights.userLayers, weights.layersBias),
    gate: dense(vectors, weights[`${task}UserGate`], weights[`${task}GateBias`]),
  };
}

export function readItems(weights: Weights, task: Task, vectors: tf.Tensor): Reading {
  return {
    vectors,
    layers: dense(vectors, weights.itemLayers, null),
    gate: dense(vectors, weights[`${task}ItemGate`], null),
  };
}

/**
 * What a task's tower makes of the experts it listens to, of readings that broadcast to
 * `[…, width]`: `Σ_k softmax(gate)_k · tower(expert_k)`, `[…]`.
 */
export function answer(weights: Weights, task: Task, users: Reading, items: Reading): tf.Tensor {
  const layers = tf.relu(tf.add(users.layers, items.layers));
  const product = tf.mul(users.vectors, items.vectors);
  const [dim] = product.shape.slice(-1);
  const places = product.shape.slice(0, -1);
  const towers = tf.concat(
    [layers, product].map((states) =>
      tf.reshape(dense(tf.reshape(states, [-1, dim]), weights[`${task}Tower`], null), [
        ...places,
        -1,
      ]),
    ),
    -1,
  );
  const gates = tf.softmax(tf.add(users.gate, items.gate));
  return tf.add(tf.sum(tf.mul(gates, towers), -1), weights[`${task}Bias`]);
}
