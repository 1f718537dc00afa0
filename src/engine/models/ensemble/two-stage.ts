import * as tf from '../../../kernels/tensor';
import { historyOf, itemCounts, type Dataset, type Query } from '../../data/dataset';
import { holdNewest, type Held } from '../../data/newest';
import type { FitProgress } from '../../nn/fit';
import { behindPrefix, prefixed, type Weights } from '../../nn/weights';
import { multVae } from '../autoencoder/mult-vae';
import { als } from '../classical/als';
import { ease } from '../classical/ease';
import { itemKnn } from '../classical/item-knn';
import { rp3Beta } from '../classical/rp3beta';
import { deepFm } from '../content/deepfm';
import { twoTower } from '../content/two-tower';
import { bprMf } from '../factorization/bpr-mf';
import { toFeedback } from '../feedback';
import { epochsField, whole } from '../fields';
import { lightGcn } from '../graph/light-gcn';
import { defineModel, type Config, type Fields, type Model } from '../model';
import { mmoe } from '../multitask/mmoe';
import { bert4Rec } from '../sequence/bert4rec';
import { caser } from '../sequence/caser';
import { din } from '../sequence/din';
import { fpmc } from '../sequence/fpmc';
import { gru4Rec } from '../sequence/gru4rec';
import { lstm4Rec } from '../sequence/lstm4rec';
import { sasRec } from '../sequence/sasrec';
import { sequentialRules } from '../sequence/sequential-rules';
import { offersTo, type Offer } from './choices';
import { atWork, cloned, heldBackField, learnPart, partOf, type Learning } from './parts';
import { weighTwo, type Weighed } from './share';
import { foldInStages, retrieve, scoreStages, voteOn, type Stages } from './stages';

/** Models that are quick to score all items with. To add one: its name here. */
const retrievers: readonly Model[] = [
  ...[itemKnn, rp3Beta, ease, als, sequentialRules],
  ...[bprMf, multVae, lightGcn, twoTower, fpmc, caser, gru4Rec, lstm4Rec, sasRec, bert4Rec],
];
/** Models that take their time for an item. To add one: its name here. */
const rankers: readonly Model[] = [deepFm, mmoe, sasRec, din];

/** A field of the ranker, which has a default of its own. */
function own(label: string, help: string, max: number) {
  return whole(label, `${help} 0 is the ranker’s default.`, 0, 0, max);
}

const fields = {
  retriever: {
    default: 'ease',
    choices: retrievers.map(({ name }) => name),
    label: 'Retriever',
    help: 'The model that finds candidates among all items.',
  },
  ranker: {
    default: 'deepfm',
    choices: rankers.map(({ name }) => name),
    label: 'Ranker',
    help: 'The model that looks at the candidates closely.',
  },
  candidates: whole('Candidates', 'Items that are retrieved to be ranked.', 500, 1, 100000),
  heldBack: heldBackField,
  retrieverEpochs: whole(
    'Epochs of the retriever',
    'Passes over the data, where the retriever learns in several.',
    16,
    1,
    1000,
  ),
  dim: own('Embedding size', 'Numbers that describe each user and each item.', 512),
  epochs: epochsField,
  batchSize: own('Batch size', 'What a step of the ranker learns from.', 65536),
  learningRate: { ...own('Learning rate', 'How far each step goes.', 1), whole: false },
} as const satisfies Fields;

type Settings = Config<typeof fields>;

/** Epochs of a ranker that make no better use of held-back choices before it is given up on. */
const patience = 3;

/**
 * One model retrieves candidates, and another looks at those closely. What both say of them is
 * added with the weights by which models that have not seen the newest part of each history place
 * it highest among its candidates; then both learn from everything. What was not retrieved comes
 * behind, in the order of the retriever. The fields from `dim` on are the ranker's.
 */
export const twoStage = defineModel({
  name: 'two-stage',
  title: 'Two-stage ranking',
  family: 'ensemble',
  source: 'Covington et al. (2016), https://doi.org/10.1145/2959100.2959190',
  needs: [],
  fields,

  needsFor(config) {
    const { retriever, ranker } = stagesOf(config);
    return [...new Set([...retriever.model.needs, ...ranker.model.needs])];
  },

  // One learns after the other.
  memory(dataset, config) {
    const { retriever, ranker } = stagesOf(config);
    const parts = [retriever, ranker].map((part) => part.model.memory(dataset, part.config));
    return Math.max(...parts);
  },

  async *fit(train, config, { random, signal, resume }) {
    const stages = stagesOf(config);
    const isGoingOn = resume !== null && 'shares' in resume.weights;
    const first = isGoingOn
      ? cloned(firstOf(resume.weights))
      : yield* learnFirst(stages, train, config, { random, signal });
    if (!first) return;
    const { model, config: own } = stages.ranker;
    try {
      const ranking = model.fit(toFeedback(model, train, own), own, {
        random: random.fork(2),
        signal,
        resume: isGoingOn
          ? { weights: behindPrefix('ranker', resume.weights), state: resume.state }
          : null,
      });
      for await (const progress of ranking) {
        yield { ...progress, weights: { ...first, ...prefixed('ranker', progress.weights) } };
      }
    } finally {
      tf.dispose(first);
    }
  },

  foldIn: (weights: Weights, queries, config) => foldInStages(stagesOf(config), weights, queries),

  score: (weights, users, config, met) => scoreStages(stagesOf(config), weights, users, met),

  /** Where the ranker looked, if it attends. */
  attend(weights: Weights, stranger, item, config) {
    const { model, config: own } = stagesOf(config).ranker;
    const shares = model.attend?.(behindPrefix('ranker', weights), stranger, item, own);
    return shares ?? tf.zeros([stranger.history.items.length]);
  },

  retrieve: (weights, users, config, met) =>
    retrieve(stagesOf(config), weights, users, met).candidates,
});

function stagesOf({ retriever, ranker, candidates, retrieverEpochs, ...rest }: Settings): Stages {
  const named = (models: readonly Model[], name: string): Model =>
    models.find((model) => model.name === name)!;
  const set = Object.entries(rest).filter(([, value]) => value !== 0);
  return {
    retriever: partOf(named(retrievers, retriever), { epochs: retrieverEpochs }),
    ranker: partOf(named(rankers, ranker), Object.fromEntries(set)),
    candidates,
  };
}

/** All but what the ranker has learned. */
function firstOf(weights: Weights): Weights {
  const entries = Object.entries(weights).filter(([name]) => !name.startsWith('ranker.'));
  return Object.fromEntries(entries);
}

/** What comes before the ranker: how much each counts, and the retriever; null when it was stopped. */
async function* learnFirst(
  stages: Stages,
  train: Dataset,
  { heldBack }: Settings,
  { random, signal }: Learning,
): AsyncGenerator<FitProgress, Weights | null> {
  const weighed = yield* weighStages(stages, train, heldBack, { random: random.fork(0), signal });
  if (!weighed) return null;
  const learning = { random: random.fork(1), signal };
  const retriever = yield* learnPart(stages.retriever, train, learning);
  return retriever && withVotes(retriever, train, weighed);
}

const unweighed: Weighed = {
  shares: Float32Array.of(0.5, 0.5),
  scales: Float32Array.of(1, 1),
  worth: -1,
};

/** The weights of a first stage: also how popular each item is, from 0 to 1. */
function withVotes(retriever: Weights, train: Dataset, { shares, scales }: Weighed): Weights {
  const counts = itemCounts(train);
  const most = counts.reduce((highest, count) => Math.max(highest, count), 1);
  return {
    ...prefixed('retriever', retriever),
    popularity: tf.tensor1d(counts.map((count) => count / most)),
    shares: tf.tensor1d(shares),
    scales: tf.tensor1d(scales),
  };
}

/**
 * How much retriever and ranker should count by what they make of held-back choices: after
 * the epoch of the ranker that places those highest. Null when it was stopped.
 */
async function* weighStages(
  stages: Stages,
  train: Dataset,
  heldBack: number,
  { random, signal }: Learning,
): AsyncGenerator<FitProgress, Weighed | null> {
  const { past, held } = holdLiked(train, heldBack);
  const retriever = yield* learnPart(stages.retriever, past, { random: random.fork(0), signal });
  if (!retriever) return null;
  const first = withVotes(retriever, past, unweighed);
  const { model, config } = stages.ranker;
  let best = { ...unweighed, epoch: 0 };
  try {
    const context = { random: random.fork(1), signal, resume: null };
    for await (const progress of model.fit(toFeedback(model, past, config), config, context)) {
      const { done, epoch } = progress;
      if (done === 1) {
        const weights = { ...first, ...prefixed('ranker', progress.weights) };
        const offers = await offersTo(held, random.fork(2), (queries) =>
          ask(stages, weights, queries),
        );
        const weighed = weighTwo(offers);
        if (weighed.worth > best.worth) best = { ...weighed, epoch };
        if (epoch - best.epoch >= patience) break;
      }
      yield atWork;
    }
  } finally {
    tf.dispose(first);
  }
  return signal.aborted ? null : best;
}

/** The newest part of each history, held back; of that, what was disliked is no choice to go by. */
function holdLiked(train: Dataset, share: number): Held {
  const { past, held } = holdNewest(train, share);
  const likedOf = ({ user, past, next }: Held['held'][number]): Int32Array => {
    const { values } = historyOf(train, user);
    return next.filter((_item, i) => values[past.length + i] > 0);
  };
  return { past, held: held.map((one) => ({ ...one, next: likedOf(one) })) };
}

/** What both stages say of the candidates of each query. */
async function ask(stages: Stages, weights: Weights, queries: readonly Query[]): Promise<Offer> {
  const asked = tf.tidy(() => voteOn(stages, weights, queries));
  const [, size]: number[] = asked.candidates.shape;
  const items = (await asked.candidates.data()) as Int32Array;
  const read = asked.votes.map((vote) => vote.data() as Promise<Float32Array>);
  const votes = await Promise.all(read);
  tf.dispose([asked.candidates, asked.votes]);
  return { votes, size, items };
}
