import { dense } from '../../../kernels/dense/dense';
import * as tf from '../../../kernels/tensor';
import type { TripleBatch } from '../../data/batches';
import type { Facts } from '../../data/facts';
import { scoreInBlocks } from '../../nn/blocks';
import type { Weights } from '../../nn/weights';

/**
 * Vectors of users `[users, dim]`, of items and further entities `[nodes, dim]`, of relations
 * `[relations, dim]`, and the layer: `weight` `[dim, dim]`, `bias` `[dim]`.
 */
export type Learned = Weights &
  Readonly<Record<'users' | 'nodes' | 'relations' | 'weight' | 'bias', tf.Tensor>>;

/**
 * … and beside them: `items` `[items, dim]`, their vectors for someone who heeds all facts
 * alike, which those without facts have for everyone; `everyone` `[1, dim]`, the mean user; and
 * of the items with facts `heard` `[informed, 1 + facts]`, themselves and what they hear from,
 * as nodes, and `relationOf` `[informed, facts]`. `place` `[items]` is each item's among all
 * `items` with the informed after them.
 */
export type Served = Learned & Derived;
type Derived = Readonly<Record<'items' | 'everyone' | 'heard' | 'relationOf' | 'place', tf.Tensor>>;

/**
 * Mean cross-entropy of a batch, whose triples are a choice and something not chosen: eq. 7
 * of the paper; with the rows that they name kept small by `l2`.
 */
export function crossEntropy(
  weights: Learned,
  facts: Facts,
  { size, users, items }: TripleBatch,
  l2: number,
): tf.Tensor {
  const perItem = facts.neighbours.length / facts.items;
  const [, dim]: number[] = weights.users.shape;
  const factsOf = (table: tf.Tensor, of: Int32Array): tf.Tensor =>
    tf.reshape(tf.lookup(table, factsAbout(of, items, perItem)), [2 * size, perItem, dim]);

  const user = tf.lookup(weights.users, twice(users));
  const own = tf.lookup(weights.nodes, items);
  const to = tf.reshape(user, [2 * size, 1, dim]);
  const meaning = tf.sum(tf.mul(to, factsOf(weights.relations, facts.relationOf)), 2);
  const attention = tf.reshape(tf.softmax(meaning), [2 * size, perItem, 1]);
  const heard = tf.sum(tf.mul(attention, factsOf(weights.nodes, facts.neighbours)), 1);
  const vectors = tf.tanh(dense(tf.add(own, heard), weights.weight, weights.bias));

  const signs = Float32Array.from(items, (_item, i) => (i < size ? -1 : 1));
  const scores = tf.mul(tf.sum(tf.mul(user, vectors), 1), tf.tensor1d(signs));
  const squares = tf.add(tf.sum(tf.square(user)), tf.sum(tf.square(own)));
  return tf.add(tf.div(tf.sum(tf.softplus(scores)), size), tf.mul(squares, l2 / (2 * size)));
}

/** The facts, of all those about so many items, about some of these. */
function factsAbout(all: Int32Array, items: Int32Array, perItem: number): Int32Array {
  const some = new Int32Array(items.length * perItem);
  items.forEach((item, i) => {
    some.set(all.subarray(item * perItem, (item + 1) * perItem), i * perItem);
  });
  return some;
}

function twice(values: Int32Array): Int32Array {
  const both = new Int32Array(2 * values.length);
  both.set(values);
  both.set(values, values.length);
  return both;
}

/** What serving needs beside the learned. */
export function derive(weights: Learned, facts: Facts): Derived {
  const { items, informed, neighbours, relationOf } = facts;
  const perItem = neighbours.length / items;
  const near = tf.reshape(tf.lookup(weights.nodes, neighbours), [items, perItem, -1]);
  const nodes = tf.add(tf.slice(weights.nodes, 0, items), tf.mean(near, 1));
  const place = Float32Array.from({ length: items }, (_zero, item) => item);
  informed.forEach((item, i) => (place[item] = items + i));
  return {
    items: tf.tanh(dense(nodes, weights.weight, weights.bias)),
    everyone: tf.mean(weights.users, 0, true),
    heard: tf.concat(
      [asColumns(informed, 1), asColumns(factsAbout(neighbours, informed, perItem), perItem)],
      1,
    ),
    relationOf: asColumns(factsAbout(relationOf, informed, perItem), perItem),
    place: tf.tensor1d(place),
  };
}

/** Indices as weights are kept, `[…, width]`. */
function asColumns(indices: Int32Array, width: number): tf.Tensor {
  return tf.tensor2d(Float32Array.from(indices), [indices.length / width, width]);
}

/** Numbers of item vectors that are held at once while scoring. */
const numbersAtOnce = 2 ** 22;

/** Every item for every user, `[queries, dim]` to `[queries, items]`: some users at a time. */
export function scoreAll(weights: Served, users: tf.Tensor): tf.Tensor {
  const [queries, dim]: number[] = users.shape;
  const [informed, heard]: number[] = weights.heard.shape;
  const perUser = informed * Math.max(dim, heard);
  return scoreInBlocks(queries, { each: perUser, most: numbersAtOnce }, (from, size) =>
    scoreSome(weights, tf.slice(users, from, size)),
  );
}

/** All items as if they had no facts, and those that have some anew. */
function scoreSome(weights: Served, users: tf.Tensor): tf.Tensor {
  const plain = tf.matMul(weights.items, users, false, true);
  const scores = tf.concat([plain, scoreInformed(weights, users)]);
  return tf.transpose(tf.gather(scores, tf.cast(weights.place, 'int32')));
}

/** `[queries, dim]` to `[informed, queries]` */
function scoreInformed(weights: Served, users: tf.Tensor): tf.Tensor {
  const [queries, dim]: number[] = users.shape;
  const [, heard]: number[] = weights.heard.shape;
  // The layer comes before the attention, which only weighs what it makes of each node.
  const projected = rowsOf(dense(weights.nodes, weights.weight, null), weights.heard);
  const [own, near] = tf.split(projected, [1, heard - 1], 1);
  const towards = tf.matMul(weights.relations, users, false, true);
  const attention = tf.softmax(tf.transpose(rowsOf(towards, weights.relationOf), [0, 2, 1]));
  const sums = tf.add(tf.matMul(attention, near), tf.add(own, weights.bias));
  return tf.sum(tf.mul(tf.tanh(sums), tf.reshape(users, [1, queries, dim])), 2);
}

/** Rows of a table, by indices that are kept as weights: `[…, …width]` */
function rowsOf(table: tf.Tensor, indices: tf.Tensor): tf.Tensor {
  const rows = tf.gather(table, tf.cast(tf.reshape(indices, [-1]), 'int32'));
  return tf.reshape(rows, [...indices.shape, -1]);
}
