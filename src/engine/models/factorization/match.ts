import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { dense } from '../../nn/layers';
import { glorotWeight, type Weights } from '../../nn/weights';

/** The names of two tables of vectors, `[users, dim]` and `[items, dim]`. */
export interface Tables {
  readonly users: string;
  readonly items: string;
}

/** A way to score how a user and an item match, by a vector of each. */
export interface Match extends Tables {
  /** What is made of vectors `[rows, dim]` before they meet: `[rows, width]` */
  readUsers(weights: Weights, vectors: tf.Tensor): tf.Tensor;
  readItems(weights: Weights, vectors: tf.Tensor): tf.Tensor;
  /** Scores of what was made of both, which broadcast to `[…, width]`: `[…]` */
  meet(weights: Weights, users: tf.Tensor, items: tf.Tensor): tf.Tensor;
}

/** What all users have in common is added to the vector of each; the sum and the item's are multiplied, and weighted. */
export function productMatch(tables: Tables): Match {
  return {
    ...tables,
    readUsers: ({ everyone }, vectors) => tf.add(vectors, everyone),
    readItems: (_weights, vectors) => vectors,
    meet: ({ agreement, agreementBias }, users, items) =>
      overRows(tf.mul(users, items), (rows) => dense(rows, agreement, agreementBias)),
  };
}

/** Its weights beside the tables. */
export function startProduct(dim: number, random: Random): Weights {
  return {
    everyone: glorotWeight(1, dim, random),
    agreement: tf.ones([dim, 1]),
    agreementBias: tf.zeros([1]),
  };
}

/**
 * A tower of layers over both vectors. The lowest is split in two, since
 * `W [p; q] = W₁ p + W₂ q`: what it makes of an item is worked out once for all users.
 */
export function towerMatch(tables: Tables): Match {
  return {
    ...tables,
    readUsers: ({ userLayer, layerBias }, vectors) => dense(vectors, userLayer, layerBias),
    readItems: ({ itemLayer }, vectors) => dense(vectors, itemLayer, null),
    meet: (weights, users, items) =>
      overRows(tf.relu(tf.add(users, items)), (rows) => climb(weights, rows)),
  };
}

/** What the layers above the lowest make of its states: `[rows, width]` → `[rows, 1]` */
function climb(weights: Weights, states: tf.Tensor): tf.Tensor {
  for (let layer = 2; `layer${layer}` in weights; layer++) {
    states = dense(states, weights[`layer${layer}`], weights[`layer${layer}Bias`], 'relu');
  }
  return dense(states, weights.top, weights.topBias);
}

/** The shape of a tower: units of its lowest layer, each above having half as many, and layers. */
export interface TowerShape {
  readonly width: number;
  readonly layers: number;
}

/** Its weights beside the tables. */
export function startTower(dim: number, { width, layers }: TowerShape, random: Random): Weights {
  const widths = Array.from({ length: layers }, (_zero, i) => Math.max(1, width >> i));
  const upper = widths.slice(1).flatMap((units, i): [string, tf.Tensor][] => [
    [`layer${i + 2}`, glorotWeight(widths[i], units, random)],
    [`layer${i + 2}Bias`, tf.zeros([units])],
  ]);
  return {
    userLayer: glorotWeight(dim, width, random),
    itemLayer: glorotWeight(dim, width, random),
    layerBias: tf.zeros([width]),
    ...Object.fromEntries(upper),
    top: glorotWeight(widths[layers - 1], 1, random),
    topBias: tf.zeros([1]),
  };
}

/** Applies `toNumber`, `[rows, width]` → `[rows, 1]`, to `x` `[…, width]`: `[…]` */
function overRows(x: tf.Tensor, toNumber: (rows: tf.Tensor) => tf.Tensor): tf.Tensor {
  const [width] = x.shape.slice(-1);
  return tf.reshape(toNumber(tf.reshape(x, [-1, width])), x.shape.slice(0, -1));
}

export function sumOf(tensors: readonly tf.Tensor[]): tf.Tensor {
  return tensors.reduce((sum, tensor) => tf.add(sum, tensor));
}

export function meanOf(tensors: readonly tf.Tensor[]): tf.Tensor {
  return tensors.length === 1 ? tensors[0] : tf.div(sumOf(tensors), tensors.length);
}
