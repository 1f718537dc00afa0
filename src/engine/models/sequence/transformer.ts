import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { recentEvents } from '../../data/batches';
import type { Query } from '../../data/dataset';
import { attentionOfNewest, selfAttention, sharesOfEvents } from '../../nn/attention';
import { addDropped, drop, type Dropout } from '../../nn/dropout';
import { addNorm, dense, embed, layerNorm, type NormWeights } from '../../nn/layers';
import { turnsOf, type Turns } from '../../nn/rotary';
import { agesOf, type Sequences } from '../../nn/sequence';
import { glorotWeight, normalWeight, type Weights } from '../../nn/weights';
import { failure } from '../../../errors';
import { whole } from '../fields';

/** How wide and how deep blocks of attention are, and which way they look. */
export interface Shape {
  readonly dim: number;
  readonly length: number;
  readonly layers: number;
  readonly heads: number;
  /** Whether a position sees only what lies before it. */
  readonly causal: boolean;
  /** How the order is known: one of `orders`. */
  readonly order: string;
  /** Whether the norm comes `before` each part, or `after`. */
  readonly norm: string;
}

/** What a model knows the order of a history by. */
const orders = ['age', 'distance', 'distance-and-time'];

/** Of a model that reads from the oldest to the newest. */
export function forward(config: Omit<Shape, 'causal'>): Shape {
  return { ...config, causal: true };
}

/** The fields of blocks of attention, beside those of all models of sequences. */
export const transformerFields = {
  layers: whole('Layers', 'Blocks of attention, one on the other.', 2, 1, 8),
  heads: whole('Heads', 'Ways of looking at once; must divide the embedding size.', 1, 1, 8),
  order: {
    default: 'age',
    choices: orders,
    label: 'Order',
    help:
      'How the order is known: by how old each item is, or by how far apart two are, in places ' +
      'or also in time.',
  },
  norm: {
    default: 'before',
    choices: ['before', 'after'],
    label: 'Norm',
    help: 'Whether it comes before each part of a block, which learns more easily, or after.',
  },
};

/** Numbers per position that a step holds at its peak. */
export function transformerNumbers({
  dim,
  layers,
  order,
}: Pick<Shape, 'dim' | 'layers' | 'order'>): number {
  return dim * (12 + (order === 'age' ? 26 : 52) * layers);
}

/** @throws ConfigError when the heads do not divide the embedding, or not into what can be turned */
export function checkHeads({ dim, heads, order }: Pick<Shape, 'dim' | 'heads' | 'order'>): void {
  if (dim % heads !== 0) {
    throw failure('ConfigError', `“heads” (${heads}) must divide “dim” (${dim}).`);
  }
  if (order !== 'age' && (dim / heads) % 2 !== 0) {
    const remedy = `Choose a multiple of ${2 * heads} for “dim” (${dim}), or “age” for “order”.`;
    throw failure('ConfigError', `The order by ${order} turns pairs of numbers. ${remedy}`);
  }
}

/** Vectors of so many `items` and, where the order is known by them, of all ages; and the blocks. */
export function createTransformer(
  items: number,
  { dim, length, layers, order }: Omit<Shape, 'causal'>,
  random: Random,
): Weights {
  const norm = (name: string) => ({
    [`${name}.scale`]: tf.ones([dim]),
    [`${name}.shift`]: tf.zeros([dim]),
  });
  const block = (_zero: unknown, layer: number): Weights => ({
    ...norm(`${layer}.attention`),
    [`${layer}.input`]: normalWeight([dim, 3 * dim], Math.sqrt(1 / dim), random), // three by Glorot
    [`${layer}.output`]: glorotWeight(dim, dim, random),
    ...norm(`${layer}.dense`),
    [`${layer}.inner`]: glorotWeight(dim, dim, random),
    [`${layer}.innerBias`]: tf.zeros([dim]),
    [`${layer}.outer`]: glorotWeight(dim, dim, random),
    [`${layer}.outerBias`]: tf.zeros([dim]),
  });
  return Object.assign(
    {
      items: normalWeight([items, dim], 0.02, random),
      ...(order === 'age' && { positions: normalWeight([length, dim], 0.02, random) }),
    },
    ...Array.from({ length: layers }, block),
    norm('final'),
  );
}

/**
 * The state after each position: `[positions, dim]`. On the norm before each part, see Xiong
 * et al. (2020), https://arxiv.org/abs/2002.04745
 */
export function encode(
  weights: Weights,
  sequences: Sequences,
  shape: Shape,
  dropout: Dropout | null,
): tf.Tensor {
  const last = shape.layers - 1;
  const placed = place(sequences, shape);
  const entered = enterBlock(weights, placed, shape, dropout, last);
  const [x, made] = passBlock(entered, weights, placed, shape, dropout, last);
  return layerNorm(addDropped(x, made, dropout), normOf(weights, 'final'));
}

/** Sequences, and how far numbers are turned in them. */
interface Placed extends Sequences {
  readonly turns: Turns | null;
}

function place(sequences: Sequences, { order, dim, heads }: Shape): Placed {
  const by = order === 'distance' ? 'places' : 'times';
  return {
    ...sequences,
    turns: order === 'age' ? null : turnsOf(sequences, by, dim / heads / 2),
  };
}

/** What a part is given: what it adds to, and what it reads, both `[positions, dim]`. */
type Entered = readonly [x: tf.Tensor, normal: tf.Tensor];

/** What a part is given where the norm comes after the one before: it adds to the norm as well. */
function kept([x, normal]: Entered, { norm }: Shape): Entered {
  return norm === 'after' ? [normal, normal] : [x, normal];
}

/** What block `layer`, from 0, is given. */
function enterBlock(
  weights: Weights,
  placed: Placed,
  shape: Shape,
  dropout: Dropout | null,
  layer: number,
): Entered {
  const norm = normOf(weights, `${layer}.attention`);
  if (layer > 0) {
    const entered = enterBlock(weights, placed, shape, dropout, layer - 1);
    const [x, made] = passBlock(entered, weights, placed, shape, dropout, layer - 1);
    return kept(addNorm(x, made, norm, dropout), shape);
  }
  const x = embedItems(weights, placed, shape, dropout);
  return kept([x, layerNorm(x, norm)], shape);
}

/** What stands for each item at first, and for its age where the order is known by that: `[positions, dim]` */
function embedItems(
  { items, positions }: Weights,
  { items: indices, ragged }: Placed,
  { dim, order }: Shape,
  dropout: Dropout | null,
): tf.Tensor {
  if (order !== 'age') return drop(tf.mul(tf.lookup(items, indices), Math.sqrt(dim)), dropout);
  const ages = { table: positions, indices: agesOf(ragged) };
  return embed({ table: items, indices }, ages, Math.sqrt(dim), dropout);
}

/** The states after the attention of a block, and what its dense part makes of them. */
function passBlock(
  [x, normal]: Entered,
  weights: Weights,
  { ragged, turns }: Placed,
  shape: Shape,
  dropout: Dropout | null,
  layer: number,
): readonly [x: tf.Tensor, made: tf.Tensor] {
  const { heads, causal } = shape;
  const seen = selfAttention(
    normal,
    { input: weights[`${layer}.input`], output: weights[`${layer}.output`] },
    { heads, ragged, causal, turns, dropout },
  );
  const added = addNorm(x, seen, normOf(weights, `${layer}.dense`), dropout);
  const [y, ready] = kept(added, shape);
  return [y, feedForward(ready, weights, layer, dropout)];
}

/**
 * The share of the last block's attention that each event of a history gets when it looks for
 * what comes next, a mean over its heads, of what it has for events at all: `[events]`
 */
export function attentionTo(
  { history }: Query,
  weights: Weights,
  sequences: Sequences,
  shape: Shape,
): tf.Tensor {
  const events = recentEvents(history, shape);
  const count = history.items.length;
  if (events.length === 0) return tf.zeros([count]);
  const last = shape.layers - 1;
  const placed = place(sequences, shape);
  const [, normal] = enterBlock(weights, placed, shape, null, last);
  const looks = { ...placed, heads: shape.heads };
  const shares = attentionOfNewest(normal, { input: weights[`${last}.input`] }, looks);
  const read = tf.slice(tf.mean(shares, 0), 0, events.length);
  return sharesOfEvents(tf.div(read, tf.sum(read)), events, count);
}

function normOf(weights: Weights, name: string): NormWeights {
  return { scale: weights[`${name}.scale`], shift: weights[`${name}.shift`] };
}

function feedForward(
  x: tf.Tensor,
  weights: Weights,
  layer: number,
  dropout: Dropout | null,
): tf.Tensor {
  const inner = dense(x, weights[`${layer}.inner`], weights[`${layer}.innerBias`], 'relu');
  const active = drop(inner, dropout);
  return dense(active, weights[`${layer}.outer`], weights[`${layer}.outerBias`]);
}
