import * as tf from '../../../kernels/tensor';
import { tripleBatches, type EventBatch, type TripleBatch } from '../../data/batches';
import { uniformNegatives } from '../../data/negatives';
import { scoreInBlocks } from '../../nn/blocks';
import { descend } from '../../nn/fit';
import { knownOr, solveNearZero } from '../../nn/fold-in';
import { crossEntropy, pointwiseLosses } from '../../nn/pointwise';
import { glorotWeight, meanSquare, type Weights } from '../../nn/weights';
import { epochsField, l2Field, learningRateField, whole } from '../fields';
import { defineModel, type Model } from '../model';
import { answer, readItems, readUsers, startExperts, type Reading, type Task } from './experts';

const source = 'Ma et al. (2018), https://doi.org/10.1145/3219819.3220007';

const fields = {
  dim: whole(
    'Embedding size',
    'Numbers that describe each user, each item and each expert’s view.',
    32,
    2,
    256,
  ),
  experts: whole(
    'Experts',
    'Layers that the tasks share, and one that multiplies the vectors.',
    4,
    2,
    16,
  ),
  epochs: epochsField,
  batchSize: whole('Batch size', 'Ratings per step.', 2048, 1, 65536),
  learningRate: learningRateField(0.005),
  l2: l2Field(0.01),
  negatives: whole('Negatives', 'Items that were not rated to each that was: not liked.', 2, 1, 64),
} as const;

/** Experts under the heads of some tasks; the first is what ranks. */
function mixtureOfExperts(
  tasks: readonly Task[],
  { name, title }: Pick<Model, 'name' | 'title'>,
): Model {
  const [ranking] = tasks;
  return defineModel({
    name,
    title,
    family: 'multitask',
    source,
    needs: ['ratings'],
    fields,
    ...(ranking === 'like' && { scores: 'likes' as const }),

    memory: ({ users, items }, { dim, experts, batchSize, negatives }) =>
      4 * (3 * (users.size + items.size) * dim + 8 * batchSize * (1 + negatives) * experts * dim),

    fit(train, config, context) {
      const { dim, epochs, batchSize, learningRate, negatives, l2 } = config;
      const sampler = uniformNegatives(train);
      return descend({
        ...context,
        start: (random): Weights => ({
          users: glorotWeight(train.users.size, dim, random),
          items: glorotWeight(train.items.size, dim, random),
          everyone: glorotWeight(1, dim, random),
          ...startExperts(config, tasks, random),
        }),
        epochs,
        learningRate,
        batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
        batches: (random) => tripleBatches(train, batchSize, sampler, random, negatives),
        loss: (weights, batch: TripleBatch & EventBatch) => lossOf(weights, batch, tasks, l2),
      });
    },

    foldIn: (weights, queries, { dim }) =>
      knownOr(weights.users, queries, () =>
        solveNearZero(queries, {
          dim,
          items: weights.items.shape[0],
          score: (vectors) => meet(weights, ranking, vectors, weights.items),
        }),
      ),

    score: (weights, users) => scoreAll(weights, ranking, users),

    scoreSome: (weights, users, items) => scoreSome(weights, ranking, users, items),

    ...(tasks.length > 1 && {
      rate: (weights: Weights, users: tf.Tensor) => scoreAll(weights, 'rating', users),
    }),
  });
}

/** Tells what is liked, by which it ranks, and how it would be rated, by experts that both share. */
export const mmoe = mixtureOfExperts(['like', 'rating'], {
  name: 'mmoe',
  title: 'Likes and ratings (MMoE)',
});

/** The same without ratings: a twin to hold it against. */
export const mmoeLikes = mixtureOfExperts(['like'], {
  name: 'mmoe-likes',
  title: 'Likes alone (MMoE twin)',
});

/** The same without likes: a twin to hold it against. */
export const mmoeRatings = mixtureOfExperts(['rating'], {
  name: 'mmoe-ratings',
  title: 'Ratings alone (MMoE twin)',
});

/** What a task makes of users' vectors, less what all have in common, and items', row by row: `[rows]` */
function meet(weights: Weights, task: Task, users: tf.Tensor, items: tf.Tensor): tf.Tensor {
  const whole = tf.add(users, weights.everyone);
  return answer(weights, task, readUsers(weights, task, whole), readItems(weights, task, items));
}

/**
 * The mean squared error of what was rated, and the cross-entropy of what was liked among
 * that and what was not met; where there are both, half of each.
 */
function lossOf(
  weights: Weights,
  { size, users, items, values }: TripleBatch & EventBatch,
  tasks: readonly Task[],
  l2: number,
): tf.Tensor {
  const repeated = Int32Array.from(items, (_item, i) => users[i % size]);
  const [p, q] = [tf.lookup(weights.users, repeated), tf.lookup(weights.items, items)];
  const losses: Readonly<Record<Task, () => tf.Tensor>> = {
    rating() {
      const [user, item] = [p, q].map((rows) => tf.slice(rows, [0, 0], [size, -1]));
      const errors = tf.sub(meet(weights, 'rating', user, item), tf.tensor1d(values));
      return tf.mean(tf.square(errors));
    },
    like() {
      const liked = Float32Array.from(items, (_item, i) => Number(i < size && values[i] > 0));
      const scores = meet(weights, 'like', p, q);
      return tf.mean(pointwiseLosses(scores, tf.tensor1d(liked), crossEntropy));
    },
  };
  const sum = tasks.map((task) => losses[task]()).reduce((a, b) => tf.add(a, b));
  const squares = tf.add(meanSquare(p), meanSquare(q));
  return tf.add(tf.div(sum, tasks.length), tf.mul(squares, l2));
}

/** Numbers that a block of pairs may hold: 16 MiB. */
const numbersAtOnce = 2 ** 22;

/** A task's answers for users `[queries, dim]` and all items: `[queries, items]` */
function scoreAll(weights: Weights, task: Task, users: tf.Tensor): tf.Tensor {
  const items = readItems(weights, task, weights.items);
  const room = { each: items.layers.size, most: numbersAtOnce };
  return scoreInBlocks(users.shape[0]!, room, (from, size) =>
    answer(weights, task, readApart(weights, task, rowsOf(users, from, size)), items),
  );
}

/** The same for some items of each user, int32 `[queries, k]`: `[queries, k]` */
function scoreSome(weights: Weights, task: Task, users: tf.Tensor, items: tf.Tensor): tf.Tensor {
  const [queries, k]: number[] = items.shape;
  const each = k * weights.layersBias.shape[0];
  return scoreInBlocks(queries, { each, most: numbersAtOnce }, (from, size) => {
    const those = tf.reshape(rowsOf(items, from, size), [-1]);
    const read = readItems(weights, task, tf.gather(weights.items, those));
    const byUser = (rows: tf.Tensor): tf.Tensor => tf.reshape(rows, [size, k, -1]);
    const apart = readApart(weights, task, rowsOf(users, from, size));
    return answer(weights, task, apart, mapReading(read, byUser));
  });
}

function rowsOf(whole: tf.Tensor, from: number, size: number): tf.Tensor {
  return tf.slice(whole, [from, 0], [size, -1]);
}

/** What is made of users, as it meets several items of each: `[queries, 1, …]` */
function readApart(weights: Weights, task: Task, users: tf.Tensor): Reading {
  const read = readUsers(weights, task, tf.add(users, weights.everyone));
  return mapReading(read, (rows) => tf.expandDims(rows, 1));
}

function mapReading(
  { vectors, layers, gate }: Reading,
  f: (rows: tf.Tensor) => tf.Tensor,
): Reading {
  return { vectors: f(vectors), layers: f(layers), gate: f(gate) };
}
