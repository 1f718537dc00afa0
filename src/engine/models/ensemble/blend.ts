import { createRandom, type Random } from '../../../kernels/random';
import * as tf from '../../../kernels/tensor';
import type { Dataset, Query } from '../../data/dataset';
import { holdNewest, type Held } from '../../data/newest';
import { solveOnce } from '../../nn/fit';
import { metBy } from '../../nn/fold-in';
import { behindPrefix, prefixed, type Weights } from '../../nn/weights';
import { als } from '../classical/als';
import { ease } from '../classical/ease';
import { itemKnn } from '../classical/item-knn';
import { popularity } from '../classical/popularity';
import { rp3Beta } from '../classical/rp3beta';
import { defineModel } from '../model';
import { sequentialRules } from '../sequence/sequential-rules';
import { drawChoices, offersTo, type Offer } from './choices';
import { heldBackField, learnPart, partOf, type Part } from './parts';
import { weighChoices } from './weigh';

/** Who has a say: quick to fit, and each right in its own way. */
const members: readonly Part[] = [popularity, itemKnn, rp3Beta, ease, als, sequentialRules].map(
  (model) => partOf(model),
);

/**
 * Several models vote: a weighted sum of their scores, each brought to mean 0 and variance 1
 * over the items. The weights are those with which members that have not seen the newest
 * part of each history predict it best, as a multinomial logit; then all learn from everything.
 */
export const blend = defineModel({
  name: 'blend',
  title: 'Blend of classical models',
  family: 'ensemble',
  source: 'Breiman (1996), https://doi.org/10.1007/BF00117832',
  needs: [],
  fields: { heldBack: heldBackField },

  memory: (dataset) =>
    members.reduce((sum, { model, config }) => sum + model.memory(dataset, config), 0),

  fit: (train, { heldBack }, { random }) =>
    solveOnce<Weights>(train.itemOf.length, async () => {
      const shares = await weighMembers(holdNewest(train, heldBack), random);
      return { ...(await learnAll(train, random)), shares: tf.tensor1d(shares) };
    }),

  foldIn: (weights: Weights, queries) => {
    const votes = votesOn(weights, queries).map((vote, i) =>
      tf.mul(vote, tf.slice(weights.shares, [i], [1])),
    );
    return votes.reduce((sum, vote) => tf.add(sum, vote));
  },

  score: (_weights, users) => tf.clone(users),
});

/** How much each member should count, `[members]`, by what it makes of held-back choices. */
async function weighMembers({ past, held }: Held, random: Random): Promise<Float32Array> {
  const weights = await learnAll(past, random);
  try {
    const offers = await offersTo(held, random, (queries) => ask(weights, queries));
    return weighChoices(drawChoices(offers, random), members.length);
  } finally {
    tf.dispose(weights);
  }
}

/** What all members say of every item. */
async function ask(weights: Weights, queries: readonly Query[]): Promise<Offer> {
  const tables = tf.tidy(() => votesOn(weights, queries));
  const [, size]: number[] = tables[0].shape;
  const votes = await Promise.all(tables.map((table) => table.data() as Promise<Float32Array>));
  tf.dispose(tables);
  return { votes, size, items: null };
}

/** The weights of all members, each under its own name. */
async function learnAll(train: Dataset, random: Random): Promise<Weights> {
  let all: Weights = {};
  for (const member of members) {
    const { signal } = new AbortController();
    const learning = learnPart(member, train, { random: createRandom(random.bits()), signal });
    let step = await learning.next();
    while (!step.done) step = await learning.next();
    all = { ...all, ...prefixed(member.model.name, step.value!) };
  }
  return all;
}

/** The standardized scores of each member: `[queries, items]` */
function votesOn(weights: Weights, queries: readonly Query[]): tf.Tensor[] {
  const met = metBy(queries);
  return members.map(({ model, config }) => {
    const own = behindPrefix(model.name, weights);
    return standardized(model.score(own, model.foldIn(own, queries, config), config, met));
  });
}

/** Rows with mean 0 and variance 1, or all 0 where they do not vary. */
function standardized(rows: tf.Tensor): tf.Tensor {
  const centred = tf.sub(rows, tf.mean(rows, 1, true));
  const variance = tf.mean(tf.square(centred), 1, true);
  return tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-12)));
}
