import * as tf from '../../../kernels/tensor';
import { joined } from '../../../kernels/lists';
import { eventBatches, recentEvents, type EventBatch } from '../../data/batches';
import type { History } from '../../data/dataset';
import { sharedNegatives } from '../../data/negatives';
import { sharesOfEvents } from '../../nn/attention';
import { scoreInBlocks } from '../../nn/blocks';
import { drop } from '../../nn/dropout';
import { distinctInRoom } from '../../nn/feature-rows';
import { descend, serving } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import { hideSome, newestFirst } from '../../nn/newest-first';
import {
  activate,
  keySize,
  readEvents,
  startUnit,
  type ReadEvents,
} from '../../nn/target-attention';
import { normalWeight, type Weights } from '../../nn/weights';
import { describedItems, everyRow, knowledgeOf, startValues } from '../content/knowledge';
import { defineModel } from '../model';
import { leaning, leanOf, leansAtRest, startContext } from './din-context';
import { correctionsOf, historiesBefore } from './din-batches';
import { dinFields, type DinConfig } from './din-fields';
import { judge, startJudge, type Candidates } from './interest';

/**
 * Reads a history anew for each candidate: events are weighed by how they bear on it, and by how
 * long ago they were, into an interest, which is held against it; so is, where asked for, what is
 * known of the person and the moment. Unlike the paper, it knows no vectors of users, so that
 * strangers are read as well as anyone; the context leans towards items by a product; the weights
 * are normalized, which validates better; its layer adds to a product, with which it begins; and
 * it learns by a softmax over items sampled by popularity, corrected for that.
 */
export const din = defineModel({
  name: 'din',
  title: 'Deep interest (DIN)',
  family: 'sequence',
  source: 'Zhou et al. (2018), https://arxiv.org/abs/1706.06978',
  needs: ['timestamps'],
  newItems: 'features',
  fields: dinFields,

  // Weights with gradients and two moments, and what a batch holds on its way forth and back.
  memory({ items }, { dim, length, units, hidden, batchSize, negatives }) {
    const perPair = 3 * length * (units + 1) + 6 * dim + 3 * hidden;
    const perEvent = 4 * dim + 4 * keySize({ units });
    const perChoice = (1 + negatives) * perPair + length * perEvent;
    return 16 * items.size * (dim + 1) + 4 * batchSize * perChoice;
  },

  fit(train, config, fitting) {
    const { dim, length, epochs, batchSize, learningRate, dropout } = config;
    const knowledge = knowledgeOf(train);
    const negatives = sharedNegatives(train);
    const fit = descend({
      ...fitting,
      start: (random): Weights => ({
        'items.own': normalWeight([train.items.size + 1, dim], 0.1, random),
        ...startValues(knowledge, dim, random, ['items']),
        bias: tf.zeros([train.items.size]),
        ...startUnit(config, random),
        ...startJudge(config, random),
        ...(config.context === 'yes' && startContext(knowledge, dim, random)),
      }),
      epochs,
      learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
      batches: (random) => eventBatches(train, batchSize, random),
      loss(weights, batch: EventBatch, random) {
        const before = historiesBefore(train, batch.events, length, random);
        const histories = hideSome(newestFirst(before, length), hiddenEvents, random);
        const drawn = negatives.draw(config.negatives, random.bits());
        const read = histories.items.length;
        const asked = joined(batch.items, drawn);
        const { rows, places } = distinctInRoom(joined(histories.items, asked));
        const table = describedItems(weights, knowledge, rows);
        const vectors = drop(table, { rate: dropout, random });
        const events = readEvents(weights, vectors, places.subarray(0, read), histories);
        const lean = config.context === 'yes' ? leanOf(weights, knowledge, batch, random) : null;
        const scoresOf = (items: Int32Array, at: Int32Array, shape: [number, number]): tf.Tensor =>
          meet(
            weights,
            { events, lean },
            {
              vectors: tf.reshape(tf.lookup(vectors, at), [...shape, dim]),
              bias: tf.reshape(tf.lookup(weights.bias, items), shape),
            },
          );
        const { size } = batch;
        const own = places.subarray(read, read + size);
        const scores = [
          scoresOf(batch.items, own, [size, 1]),
          scoresOf(drawn, places.subarray(read + size), [1, drawn.length]),
        ];
        const corrections = correctionsOf(batch.items, drawn, histories, negatives);
        return chosenLoss(tf.add(tf.concat(scores, 1), corrections));
      },
    });
    return serving(fit, (weights) => ({
      items: describedItems(weights, knowledge, everyRow(train.items.size)),
      ...(config.context === 'yes' && leansAtRest(weights, knowledge, train.users.size)),
    }));
  },

  foldIn(weights: Weights, queries, config) {
    const histories = queries.map(({ history }) => history);
    const { keys, values, isThere } = readHistories(weights, histories, config);
    const perEvent = tf.concat([keys, values, tf.transpose(isThere, [0, 2, 1])], 2);
    const lean = awayFromDisliked(leaning(weights, queries, config.dim), queries, weights.items);
    return tf.concat([tf.reshape(perEvent, [queries.length, -1]), lean], 1);
  },

  score(weights: Weights, users, config) {
    const people = unfold(users, config);
    const { items, bias } = weights;
    return inBlocks(items.shape[0]!, users, config, (from, size) =>
      meet(weights, people, {
        vectors: tf.expandDims(tf.slice(items, [from, 0], [size, -1]), 0),
        bias: tf.slice(bias, from, size),
      }),
    );
  },

  scoreSome(weights: Weights, users, items, config) {
    const people = unfold(users, config);
    const [queries, count]: number[] = items.shape;
    return inBlocks(count, users, config, (from, size) => {
      const some = tf.reshape(tf.slice(items, [0, from], [queries, size]), [-1]);
      return meet(weights, people, {
        vectors: tf.reshape(tf.gather(weights.items, some), [queries, size, -1]),
        bias: tf.reshape(tf.gather(weights.bias, some), [queries, size]),
      });
    });
  },

  attend(weights: Weights, { history }, item, config) {
    const events = recentEvents(history, config).toReversed();
    const candidate = tf.reshape(tf.slice(weights.items, [item, 0], [1, -1]), [1, 1, -1]);
    const shares = activate(weights, readHistories(weights, [history], config), candidate);
    const read = tf.slice(tf.reshape(shares, [-1]), 0, events.length);
    return sharesOfEvents(read, events, history.items.length);
  },
});

/** How often an event of a history is hidden while learning. */
const hiddenEvents = 0.1;

function readHistories(
  weights: Weights,
  histories: readonly History[],
  { length }: DinConfig,
): ReadEvents {
  const events = newestFirst(histories, length);
  const { rows, places } = distinctInRoom(events.items);
  return readEvents(weights, tf.lookup(weights.items, rows), places, events);
}

/** What is made of people: their histories, and where they lean beside, `[queries, dim]`, if at all. */
interface People {
  readonly events: ReadEvents;
  readonly lean: tf.Tensor | null;
}

/** What `foldIn` has laid side by side: one event after the other, and the rest. */
function unfold(users: tf.Tensor, { dim, length, units }: DinConfig): People {
  const [queries, width]: number[] = users.shape;
  const [flat, lean] = tf.split(users, [width - dim, dim], 1);
  const perEvent = tf.reshape(flat, [queries, length, -1]);
  const [keys, values, there] = tf.split(perEvent, [keySize({ units }), dim, 1], 2);
  return { events: { keys, values, isThere: tf.transpose(there, [0, 2, 1]) }, lean };
}

/** Scores of candidates for people: `[queries, n]` */
function meet(weights: Weights, { events, lean }: People, candidates: Candidates): tf.Tensor {
  const scores = judge(weights, events, candidates);
  return lean ? tf.add(scores, leanTowards(lean, candidates.vectors)) : scores;
}

/** Products of where each leans with `vectors` of their own or of all, as `Candidates` has them. */
function leanTowards(lean: tf.Tensor, vectors: tf.Tensor): tf.Tensor {
  const [askers, n]: number[] = vectors.shape;
  // Flat where all have the same: gradients of products do not sum over what they broadcast.
  if (askers === 1) return tf.matMul(lean, tf.squeeze(vectors, [0]), false, true);
  return tf.reshape(tf.matMul(tf.expandDims(lean, 1), vectors, false, true), [askers, n]);
}

/** The mean cross-entropy of a softmax over `logits` `[size, n]`, the first of which were chosen. */
function chosenLoss(logits: tf.Tensor): tf.Tensor {
  const [size]: number[] = logits.shape;
  const first = tf.reshape(tf.slice(logits, [0, 0], [size, 1]), [size]);
  return tf.mean(tf.sub(tf.logSumExp(logits, 1), first));
}

/** Numbers that a block of candidates may take: 16 MiB. */
const numbersAtOnce = 2 ** 22;

/** Scores of `count` candidates for each of `users`, a block of candidates at a time. */
function inBlocks(
  count: number,
  users: tf.Tensor,
  { dim, length, units }: DinConfig,
  score: (from: number, size: number) => tf.Tensor,
): tf.Tensor {
  const room = { each: users.shape[0]! * (length * units + 4 * dim), most: numbersAtOnce };
  return scoreInBlocks(count, room, score, 1);
}
