import * as tf from '../../../kernels/tensor';
import { randomBits } from '../../../kernels/counter-random';
import type { Random } from '../../../kernels/random';
import type { Ragged } from '../../../kernels/ragged';
import type { SequenceBatch } from '../../data/batches';
import { drop, type Dropout } from '../../nn/dropout';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { compareNextItem } from '../../nn/next-item';
import {
  lastState,
  readHistories,
  spreadOver,
  toSequences,
  type Sequences,
} from '../../nn/sequence';
import { normalWeight, type Weights } from '../../nn/weights';
import { defineModel, type Model } from '../model';
import { epochsOf, sequenceFields, sequenceMemory } from './sequence-fields';

/** What reads a history item by item, and what it is called. */
export interface Recurrent extends Pick<Model, 'name' | 'title' | 'source'> {
  /** Numbers per position and unit that a step holds at its peak. */
  readonly numbersPerUnit: number;
  /** The weights of its gates, for inputs and units `dim`. */
  start(dim: number, random: Random): Weights;
  /** The state after each position, `[positions, dim]`, for `vectors` `[positions, dim]`. */
  read(vectors: tf.Tensor, ragged: Ragged, weights: Weights): tf.Tensor;
}

const hour = 60 * 60 * 1000;

/**
 * Reads a history item by item, and guesses the next one from what it remembers. The sequences of a
 * mini-batch, whole stretches of histories or the sessions into which gaps cut them, are read in
 * parallel, each from nothing to its end, with gradients through all of it; the source carries
 * sessions over from one mini-batch to the next, and cuts the gradient after each item.
 */
export function recurrentModel({ numbersPerUnit, start, read, ...facts }: Recurrent): Model {
  /** The states after each position, `[positions, dim]`; `people` `[positions, dim]` are read with them. */
  function statesOf(
    weights: Weights,
    sequences: Sequences,
    people: tf.Tensor | null,
    dropout: Dropout | null,
  ) {
    const chosen = drop(tf.lookup(weights.items, sequences.items), dropout);
    const vectors = people ? tf.add(chosen, people) : chosen;
    return drop(read(vectors, sequences.ragged, weights), dropout);
  }

  return defineModel({
    ...facts,
    family: 'sequence',
    needs: ['timestamps'],
    fineTunes: 'onRequest',
    fields: {
      ...sequenceFields({ dropout: 0.2, batchSize: 64, learningRate: 0.003 }),
      sessionGap: {
        default: 0,
        min: 0,
        max: 10_000,
        label: 'Session gap',
        help: 'Hours without a choice that end a session, of which the next knows nothing; 0 for none.',
      },
      output: {
        default: 'tied',
        choices: ['tied', 'own'],
        label: 'Output layer',
        help: 'Whether items are guessed by the vectors by which they are read, or by their own.',
      },
      userVector: {
        default: 'no',
        choices: ['no', 'yes'],
        label: 'User vector',
        help: 'Reads each item together with whose it is. Of strangers that is not known.',
      },
    },

    memory: (train, config) => sequenceMemory(train, config, numbersPerUnit * config.dim),

    fit(train, config, context) {
      const { dim, dropout } = config;
      const lossOf = compareNextItem(train, config);
      return descend({
        ...context,
        start: (random) => ({
          items: normalWeight([train.items.size, dim], 0.02, random),
          bias: tf.zeros([train.items.size]),
          ...start(dim, random),
          ...(config.output === 'own' && {
            output: normalWeight([train.items.size, dim], 0.02, random),
          }),
          ...(config.userVector === 'yes' && {
            users: normalWeight([train.users.size, dim], 0.02, random),
          }),
        }),
        ...epochsOf(train, { ...config, ...cutOf(config) }),
        loss(weights: Weights, batch: SequenceBatch, random) {
          const sequences = toSequences(batch);
          const people = weights.users ? someOf(weights.users, batch, sequences, random) : null;
          const states = statesOf(weights, sequences, people, { rate: dropout, random });
          return lossOf(states, catalogueOf(weights), batch, random);
        },
      });
    },

    foldIn(weights: Weights, queries, config) {
      const sequences = readHistories(queries, cutOf(config));
      const asking = queries.map(({ user }) => user);
      const people = weights.users
        ? vectorsOf(weights.users, spreadOver(asking, sequences.ragged, null))
        : null;
      const states = statesOf(weights, sequences, people, null);
      return awayFromDisliked(lastState(states, sequences), queries, catalogueOf(weights).items);
    },

    factors: catalogueOf,
  });
}

function cutOf({ length, sessionGap }: { length: number; sessionGap: number }) {
  return { length, gap: sessionGap > 0 ? sessionGap * hour : Infinity };
}

function catalogueOf({ items, output = items, bias }: Weights) {
  return { items: output, bias };
}

/** Half of the users of a batch, so that those who are not known can be read as well. */
function someOf(
  users: tf.Tensor,
  batch: SequenceBatch,
  sequences: Sequences,
  random: Random,
): tf.Tensor {
  const key = random.bits();
  const known = Array.from(batch.users, (user, i) => (randomBits(key, i) % 2 === 0 ? user : null));
  return vectorsOf(users, spreadOver(known, sequences.ragged, null));
}

/** Their rows in the table of users, zeros where they are not known: `[positions, dim]` */
function vectorsOf(users: tf.Tensor, people: readonly (number | null)[]): tf.Tensor {
  const rows = tf.lookup(
    users,
    Int32Array.from(people, (user) => user ?? 0),
  );
  const known = people.map((user) => Number(user !== null));
  return tf.mul(rows, tf.tensor2d(known, [people.length, 1]));
}
