import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { failure } from '../../../errors';
import { recentEvents, sequenceBatches, type SequenceBatch } from '../../data/batches';
import { attentionOfNewest, selfAttention } from '../../nn/attention';
import { addDropped, drop, type Dropout } from '../../nn/dropout';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { addNorm, dense, embed, layerNorm, type NormWeights } from '../../nn/layers';
import { compareNextItem } from '../../nn/next-item';
import { agesOf, lastState, readHistories, toSequences, type Sequences } from '../../nn/sequence';
import { glorotWeight, normalWeight, type Weights } from '../../nn/weights';
import { whole } from '../fields';
import { defineModel } from '../model';
import { countSequenceBatches, sequenceFields, sequenceMemory } from './sequence-fields';

/**
 * Weighs each item of a history by what it says about the next. Unlike the paper,
 * it learns by cross-entropy over the whole catalogue, with the norm before each
 * part, and the items have a bias.
 */
export const sasRec = defineModel({
  name: 'sasrec',
  title: 'Self-attention (SASRec)',
  family: 'sequence',
  source:
    'Kang & McAuley (2018), https://arxiv.org/abs/1808.09781; ' +
    'Klenitskiy & Vasilev (2023), https://arxiv.org/abs/2309.07602',
  needs: ['timestamps'],
  fineTunes: 'onRequest',
  fields: {
    ...sequenceFields({ dropout: 0.3, batchSize: 64, learningRate: 0.002 }),
    layers: whole('Layers', 'Blocks of attention, one on the other.', 2, 1, 8),
    heads: whole('Heads', 'Ways of looking at once; must divide the embedding size.', 1, 1, 8),
  },

  memory: (train, config) => sequenceMemory(train, config, config.dim * (12 + 26 * config.layers)),

  fit(train, config, context) {
    const { dim, heads, length, epochs, batchSize, learningRate, dropout } = config;
    if (dim % heads !== 0) {
      throw failure('ConfigError', `“heads” (${heads}) must divide “dim” (${dim}).`);
    }
    const lossOf = compareNextItem(train, config);
    return descend({
      ...context,
      start: (random) => createWeights(train.items.size, config, random),
      epochs,
      learningRate,
      batchesPerEpoch: countSequenceBatches(train, { length, batchSize }),
      batches: (random) => sequenceBatches(train, { batchSize, length }, random),
      loss(weights, batch: SequenceBatch, random) {
        const sequences = toSequences(batch);
        const states = encode(weights, sequences, config, { rate: dropout, random });
        return lossOf(states, { items: weights.items, bias: weights.bias }, batch, random);
      },
    });
  },

  foldIn(weights: Weights, queries, config) {
    const sequences = readHistories(queries, config);
    const states = encode(weights, sequences, config, null);
    return awayFromDisliked(lastState(states, sequences), queries, weights.items);
  },

  factors: ({ items, bias }) => ({ items, bias }),

  /** Of the last block, as a mean over its heads. */
  attend(weights: Weights, stranger, config) {
    const events = recentEvents(stranger.history, config);
    const count = stranger.history.items.length;
    if (events.length === 0) return tf.zeros([count]);
    const sequences = readHistories([stranger], config);
    const last = config.layers - 1;
    const [, normal] = enterBlock(weights, sequences, config, null, last);
    const { ragged } = sequences;
    const shares = attentionOfNewest(
      normal,
      { input: weights[`${last}.input`] },
      { heads: config.heads, ragged },
    );
    // The share 0 that lies behind all others is that of what is not read.
    const places = new Int32Array(count).fill(events.length);
    events.forEach((event, place) => (places[event] = place));
    return tf.gather(tf.concat([tf.mean(shares, 0), tf.zeros([1])]), tf.tensor1d(places, 'int32'));
  },
});

interface Shape {
  readonly dim: number;
  readonly length: number;
  readonly layers: number;
  readonly heads: number;
}

function createWeights(items: number, { dim, length, layers }: Shape, random: Random): Weights {
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
      bias: tf.zeros([items]),
      positions: normalWeight([length, dim], 0.02, random),
    },
    ...Array.from({ length: layers }, block),
    norm('final'),
  );
}

/** The state after each position: `[positions, dim]` */
function encode(
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
  { heads }: Shape,
  dropout: Dropout | null,
  layer: number,
): readonly [x: tf.Tensor, made: tf.Tensor] {
  const seen = selfAttention(
    normal,
    { input: weights[`${layer}.input`], output: weights[`${layer}.output`] },
    { heads, ragged, causal: true, dropout },
  );
  const [y, ready] = addNorm(x, seen, normOf(weights, `${layer}.dense`), dropout);
  return [y, feedForward(ready, weights, layer, dropout)];
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
