import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { recentEvents } from '../../data/batches';
import type { Query } from '../../data/dataset';
import { attentionOfNewest, selfAttention, sharesOfEvents } from '../../nn/attention';
import { addDropped, drop, type Dropout } from '../../nn/dropout';
import { addNorm, dense, embed, layerNorm, type NormWeights } from '../../nn/layers';
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
}

/** Of a model that reads from the oldest to the newest. */
export function forward(config: Omit<Shape, 'causal'>): Shape {
  return { ...config, causal: true };
}

/** The fields of blocks of attention, beside those of all models of sequences. */
export const transformerFields = {
  layers: whole('Layers', 'Blocks of attention, one on the other.', 2, 1, 8),
  heads: whole('Heads', 'Ways of looking at once; must divide the embedding size.', 1, 1, 8),
};

/** Numbers per position that a step holds at its peak. */
export function transformerNumbers({ dim, layers }: Pick<Shape, 'dim' | 'layers'>): number {
  return dim * (12 + 26 * layers);
}

/** @throws ConfigError when the heads do not divide the embedding */
export function checkHeads({ dim, heads }: Pick<Shape, 'dim' | 'heads'>): void {
  if (dim % heads === 0) return;
  throw failure('ConfigError', `“heads” (${heads}) must divide “dim” (${dim}).`);
}

/** Vectors of so many `items` and of all ages, and the blocks. */
export function createTransformer(
  items: number,
  { dim, length, layers }: Pick<Shape, 'dim' | 'length' | 'layers'>,
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
      positions: normalWeight([length, dim], 0.02, random),
    },
    ...Array.from({ length: layers }, block),
    norm('final'),
  );
}

/**
 * The state after each position: `[positions, dim]`. The norm comes before each part, as in
 * Xiong et al. (2020), https://arxiv.org/abs/2002.04745
 */
export function encode(
  weights: Weights,
  sequences: Sequences,
  shape: Shape,
  dropout: Dropout | null,
): tf.Tensor {
  const last = shape.layers - 1;
  const entered = enterBlock(weights, sequences, shape, dropout, last);
  const [x, made] = passBlock(entered, weights, sequences, shape, dropout, last);
  return layerNorm(addDropped(x, made, dropout), normOf(weights, 'final'));
}

/** What a block is given: the states before it, and their norm, both `[positions, dim]`. */
type Entered = readonly [x: tf.Tensor, normal: tf.Tensor];

/** What block `layer`, from 0, is given. */
function enterBlock(
  weights: Weights,
  sequences: Sequences,
  shape: Shape,
  dropout: Dropout | null,
  layer: number,
): Entered {
  const norm = normOf(weights, `${layer}.attention`);
  if (layer > 0) {
    const entered = enterBlock(weights, sequences, shape, dropout, layer - 1);
    const [x, made] = passBlock(entered, weights, sequences, shape, dropout, layer - 1);
    return addNorm(x, made, norm, dropout);
  }
  const chosen = { table: weights.items, indices: sequences.items };
  const ages = { table: weights.positions, indices: agesOf(sequences.ragged) };
  const x = embed(chosen, ages, Math.sqrt(shape.dim), dropout);
  return [x, layerNorm(x, norm)];
}

/** The states after the attention of a block, and what its dense part makes of them. */
function passBlock(
  [x, normal]: Entered,
  weights: Weights,
  { ragged }: Sequences,
  { heads, causal }: Shape,
  dropout: Dropout | null,
  layer: number,
): readonly [x: tf.Tensor, made: tf.Tensor] {
  const seen = selfAttention(
    normal,
    { input: weights[`${layer}.input`], output: weights[`${layer}.output`] },
    { heads, ragged, causal, dropout },
  );
  const [y, ready] = addNorm(x, seen, normOf(weights, `${layer}.dense`), dropout);
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
  const [, normal] = enterBlock(weights, sequences, shape, null, last);
  const { heads } = shape;
  const { ragged } = sequences;
  const shares = attentionOfNewest(normal, { input: weights[`${last}.input`] }, { heads, ragged });
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
