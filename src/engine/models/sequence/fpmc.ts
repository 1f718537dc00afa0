import * as tf from '../../../kernels/tensor';
import type { SequenceBatch } from '../../data/batches';
import type { Query } from '../../data/dataset';
import { drop } from '../../nn/dropout';
import { descend } from '../../nn/fit';
import { awayFromDisliked, knownOrSolved } from '../../nn/fold-in';
import { compareNextItem } from '../../nn/next-item';
import { lastState, readHistories, spreadOver, toSequences } from '../../nn/sequence';
import { normalWeight, type Weights } from '../../nn/weights';
import { defineModel } from '../model';
import { epochsOf, sequenceFields, sequenceMemory } from './sequence-fields';

/**
 * A factorized Markov chain of each user's own: what they like in general, and what follows on
 * the newest item, by dot product each. The cheap baseline of models of sequences.
 */
export const fpmc = defineModel({
  name: 'fpmc',
  title: 'Markov chain (FPMC)',
  family: 'sequence',
  source: 'Rendle et al. (2010), https://doi.org/10.1145/1772690.1772773',
  needs: ['timestamps'],
  fields: sequenceFields({
    dropout: 0,
    batchSize: 64,
    learningRate: 0.001,
    loss: 'bpr',
    negatives: 1,
  }),

  memory: (train, config) => sequenceMemory(train, config, 8 * config.dim),

  fit(train, config, context) {
    const { dim, dropout } = config;
    const lossOf = compareNextItem(train, config);
    return descend({
      ...context,
      start: (random) => ({
        users: normalWeight([train.users.size, dim], 0.02, random),
        newest: normalWeight([train.items.size, dim], 0.02, random),
        items: normalWeight([train.items.size, 2 * dim], 0.02, random),
        bias: tf.zeros([train.items.size]),
      }),
      ...epochsOf(train, config),
      loss(weights: Weights, batch: SequenceBatch, random) {
        const { ragged, items } = toSequences(batch);
        const users = Int32Array.from(spreadOver(batch.users, ragged, 0));
        const states = [tf.lookup(weights.users, users), tf.lookup(weights.newest, items)];
        const both = drop(tf.concat(states, 1), { rate: dropout, random });
        return lossOf(both, catalogueOf(weights), batch, random);
      },
    });
  },

  foldIn(weights: Weights, queries, { dim }) {
    const states = [usersOf(weights, queries, dim), newestOf(weights, queries)];
    return awayFromDisliked(tf.concat(states, 1), queries, weights.items);
  },

  factors: catalogueOf,
});

function catalogueOf({ items, bias }: Weights) {
  return { items, bias };
}

/** What they like in general: `[queries, dim]` */
function usersOf({ users, items }: Weights, queries: readonly Query[], dim: number): tf.Tensor {
  const general = tf.slice(items, [0, 0], [items.shape[0], dim]);
  return knownOrSolved({ users, items: tf.div(general, likedScore) }, queries, strangers);
}

/** What the newest item that each liked leads to, zeros where there is none: `[queries, dim]` */
function newestOf({ newest }: Weights, queries: readonly Query[]): tf.Tensor {
  const sequences = readHistories(queries, { length: 1 });
  return lastState(tf.lookup(newest, sequences.items), sequences);
}

/** How strangers are solved for, and what a vector should give the items that it likes: as in BPR. */
const [strangers, likedScore] = [{ unobserved: 0.01, l2: 2 }, 4];
