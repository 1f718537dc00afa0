import { createRandom, type Random } from '../../../kernels/random';
import * as tf from '../../../kernels/tensor';
import { plainHistory, type Dataset, type Query } from '../../data/dataset';
import { holdNewest, type Held } from '../../data/newest';
import { solveOnce } from '../../nn/fit';
import type { Weights } from '../../nn/weights';
import { als } from '../classical/als';
import { ease } from '../classical/ease';
import { itemKnn } from '../classical/item-knn';
import { popularity } from '../classical/popularity';
import { rp3Beta } from '../classical/rp3beta';
import { completeConfig, defineModel, type Config, type Model } from '../model';
import { weighChoices, type Choice } from './weigh';

/** Who has a say: quick to fit, and each right in its own way. */
const members: readonly Model[] = [popularity, itemKnn, rp3Beta, ease, als];
const configs: readonly Config[] = members.map(({ fields }) => completeConfig(fields, {}));

/** Choices that the shares are fitted to, and items that each is held against. */
const [mostChoices, rivals] = [2000, 50];
const queriesAtOnce = 128;

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
  fields: {
    heldBack: {
      default: 0.1,
      min: 0.01,
      max: 0.5,
      label: 'Held back',
      help: 'Share of each history, its newest part, by which the weights are chosen.',
    },
  },

  memory: (dataset) => members.reduce((sum, { memory }, i) => sum + memory(dataset, configs[i]), 0),

  fit: (train, { heldBack }, { random }) =>
    solveOnce<Weights>(train.itemOf.length, async () => {
      const shares = await weighMembers(holdNewest(train, heldBack), random);
      return { ...(await learnAll(train, random)), shares: tf.tensor1d(shares) };
    }),

  foldIn: (weights: Weights, queries) => {
    const votes = members.map((member, i) => {
      const share = tf.slice(weights.shares, [i], [1]);
      return tf.mul(standardized(scoresOf(member, i, weights, queries)), share);
    });
    return votes.reduce((sum, vote) => tf.add(sum, vote));
  },

  score: (_weights, users) => tf.clone(users),
});

/** How much each member should count, `[members]`, by what it makes of held-back choices. */
async function weighMembers({ past, held }: Held, random: Random): Promise<Float32Array> {
  const weights = await learnAll(past, random);
  try {
    const choices: Choice[] = [];
    const order = random.shuffle(Int32Array.from(held.keys()));
    for (let from = 0; from < order.length && choices.length < mostChoices; from += queriesAtOnce) {
      const some = Array.from(order.subarray(from, from + queriesAtOnce), (place) => held[place]);
      choices.push(...(await readChoices(weights, some, random)));
    }
    return weighChoices(choices, members.length);
  } finally {
    tf.dispose(weights);
  }
}

/** What all members think of what was held back, and of some items that were not chosen. */
async function readChoices(
  weights: Weights,
  held: Held['held'],
  random: Random,
): Promise<Choice[]> {
  const queries = held.map(({ user, past }): Query => {
    return { user, history: plainHistory(past), features: null };
  });
  const tables = await Promise.all(
    members.map(async (member, i) => {
      const table = tf.tidy(() => standardized(scoresOf(member, i, weights, queries)));
      const scores = (await table.data()) as Float32Array;
      const [, items]: number[] = table.shape;
      table.dispose();
      return { scores, items };
    }),
  );
  const votesOn = (query: number, item: number): number[] =>
    tables.map(({ scores, items }) => scores[query * items + item]);
  return held.flatMap(({ past, next }, query) => {
    const chosen = new Set([...past, ...next]);
    return Array.from(next, (item): Choice => {
      const others = Array.from({ length: rivals }, () => random.below(tables[0].items));
      const not = others.filter((other) => !chosen.has(other));
      return { chosen: votesOn(query, item), others: not.map((other) => votesOn(query, other)) };
    });
  });
}

/** The weights of all members, each under its own name. */
async function learnAll(train: Dataset, random: Random): Promise<Weights> {
  const all: [string, tf.Tensor][] = [];
  for (const [i, member] of members.entries()) {
    const learned = await learn(member, train, configs[i], random);
    for (const [name, tensor] of Object.entries(learned))
      all.push([`${member.name}.${name}`, tensor]);
  }
  return Object.fromEntries(all);
}

/** What a member has learned after its last epoch; the caller disposes it. */
async function learn(model: Model, train: Dataset, config: Config, random: Random) {
  const { signal } = new AbortController();
  const own = createRandom(random.bits());
  let learned: Weights = {};
  for await (const { done, weights } of model.fit(train, config, {
    random: own,
    signal,
    resume: null,
  })) {
    if (done < 1) continue;
    tf.dispose(learned);
    learned = tf.tidy(() => {
      const copies = Object.entries(weights).map(([name, tensor]) => [name, tf.clone(tensor)]);
      return Object.fromEntries(copies) as Weights;
    });
  }
  return learned;
}

function scoresOf(
  member: Model,
  place: number,
  weights: Weights,
  queries: readonly Query[],
): tf.Tensor {
  const prefix = `${member.name}.`;
  const own = Object.entries(weights).filter(([name]) => name.startsWith(prefix));
  const bare = Object.fromEntries(own.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
  const users = member.foldIn(bare, queries, configs[place]);
  return member.score(bare, users, configs[place]);
}

/** Rows with mean 0 and variance 1, or all 0 where they do not vary. */
function standardized(rows: tf.Tensor): tf.Tensor {
  const centred = tf.sub(rows, tf.mean(rows, 1, true));
  const variance = tf.mean(tf.square(centred), 1, true);
  return tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-12)));
}
