import type { Random } from '../../kernels/random';
import * as tf from '../../kernels/tensor';
import { dense } from './layers';
import { spanCount, type NewestFirst } from './newest-first';
import { glorotWeight, normalWeight, type Weights } from './weights';

/** What an activation unit makes of histories, before it meets a candidate. */
export interface ReadEvents {
  /** `[lists, time, keySize]`: by what they are weighed */
  readonly keys: tf.Tensor;
  /** `[lists, time, dim]`: what they add to an interest, zeros where there is none */
  readonly values: tf.Tensor;
  /** `[lists, 1, time]`: 1, and 0 where there is none */
  readonly isThere: tf.Tensor;
}

/** How large an activation unit is. */
export interface UnitShape {
  /** Of the vectors of items. */
  readonly dim: number;
  /** Events that are read. */
  readonly length: number;
  /** Hidden units. */
  readonly units: number;
}

/** Numbers of a key and of a query that a hidden unit reads. */
const partSize = 8;

/** Numbers of all keys that an event has. */
export function keySize({ units }: Pick<UnitShape, 'units'>): number {
  return units * partSize;
}

/** An activation unit, which begins by weighing all events about alike. */
export function startUnit({ dim, length, units }: UnitShape, random: Random): Weights {
  const width = keySize({ units });
  return {
    'unit.key': glorotWeight(dim, width, random),
    'unit.ages': normalWeight([length, width], 0.1, random),
    'unit.spans': normalWeight([spanCount, width], 0.1, random),
    'unit.query': glorotWeight(dim, width, random),
    'unit.queryBias': normalWeight([width], 0.1, random),
    'unit.value': tf.eye(dim),
    'unit.top': glorotWeight(1, units, random),
  };
}

/**
 * Reads events of which items have `vectors` `[rows, dim]`, at `places` `[lists · time]`. What is
 * made of an item is worked out once, however often it is read.
 */
export function readEvents(
  weights: Weights,
  vectors: tf.Tensor,
  places: Int32Array,
  { lists, time, isThere, spans }: NewestFirst,
): ReadEvents {
  const perEvent = (rows: tf.Tensor, at: Int32Array): tf.Tensor =>
    tf.reshape(tf.lookup(rows, at), [lists, time, -1]);
  const keys = perEvent(dense(vectors, weights['unit.key'], null), places);
  const known = tf.add(perEvent(weights['unit.spans'], spans), weights['unit.ages']);
  const values = perEvent(dense(vectors, weights['unit.value'], null), places);
  const there = Float32Array.from(isThere);
  return {
    keys: tf.add(keys, known),
    values: tf.mul(values, tf.tensor(there, [lists, time, 1])),
    isThere: tf.tensor(there, [lists, 1, time]),
  };
}

/** What takes an event out of a softmax. */
const hide = 1e9;

/**
 * The shares of attention that the events of a list get from each of `candidates`
 * `[lists, n, dim]`, or `[1, n, dim]` where all lists have the same: `[lists, n, time]`. Of the
 * hidden units each reads its own part of keys and queries, `relu(k · q)`; both have parts of
 * their own in that, since both are affine. Unlike those of the paper, the shares sum to 1.
 */
export function activate(
  weights: Weights,
  { keys, isThere }: ReadEvents,
  candidates: tf.Tensor,
): tf.Tensor {
  const top = weights['unit.top'];
  const [, units]: number[] = top.shape;
  const [lists, time]: number[] = keys.shape;
  const [askers, n, dim]: number[] = candidates.shape;
  const each = lists / askers; // lists that are asked by the same candidates
  const rows = tf.reshape(candidates, [-1, dim]);
  const asked = dense(rows, weights['unit.query'], weights['unit.queryBias']);
  const [q, k] = [inParts(asked, [units, askers, n]), inParts(keys, [units, askers, each * time])];
  const active = tf.relu(tf.matMul(q, k, false, true)); // [units, askers, n, each · time]
  const sums = tf.matMul(top, tf.reshape(active, [units, -1]));
  const perList = tf.transpose(tf.reshape(sums, [askers, n, each, time]), [0, 2, 1, 3]);
  const hidden = tf.mul(tf.sub(isThere, 1), hide);
  return tf.softmax(tf.add(tf.reshape(perList, [lists, n, time]), hidden));
}

/** Vectors of so many lists in parts: `[parts, lists, size, width / parts]` */
function inParts(x: tf.Tensor, [parts, lists, size]: readonly number[]): tf.Tensor {
  return tf.transpose(tf.reshape(x, [lists, size, parts, -1]), [2, 0, 1, 3]);
}

/**
 * The interest of each list in each candidate, `[lists, n, dim]`: a mean of what its events add,
 * by how strongly the candidate activates them; zero for an empty list.
 * Zhou et al. (2018), https://arxiv.org/abs/1706.06978
 */
export function interestIn(weights: Weights, read: ReadEvents, candidates: tf.Tensor): tf.Tensor {
  return tf.matMul(activate(weights, read, candidates), read.values);
}
