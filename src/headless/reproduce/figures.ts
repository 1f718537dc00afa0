import { dealAll, dealByUser, leaveOneOut } from '../../engine/data/parts';
import type { Dataset } from '../../engine/data/dataset';

/** A published number, and how near is near enough. */
export interface Target {
  /** As scorecards name it. */
  readonly metric: string;
  readonly value: number;
}

/** A published figure: what was measured, how, by whom; and what we do to meet it. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  /** File of the published data set, below the folder of all data sets. */
  readonly file: string;
  readonly minValue: number | null;
  readonly model: string;
  /** Fields that differ from the model's defaults, chosen on validation. */
  readonly set: Readonly<Record<string, number | string>>;
  readonly protocol: Protocol;
  readonly targets: readonly Target[];
  /** Share of the published value that ours may fall short by. */
  readonly tolerance: number;
  readonly source: string;
  /** Choices that the source leaves open. */
  readonly choices: string;
}

export interface Protocol {
  readonly title: string;
  /** Assigns each event to a part: `[events]` 0 train, 1 validation, 2 test. */
  parts(dataset: Dataset, seed: number): Uint8Array;
  /** Whether what is tested has learned from train and validation, for the best number of epochs. */
  readonly refits: boolean;
  /** Items that a held-out one is ranked among; null ranks all. */
  readonly negatives: number | null;
}

const eightOneOne: Protocol = {
  title: 'random 8:1:1 of each user’s, full ranking, tested as learned from train',
  parts: (dataset, seed) => dealByUser(dataset, { validation: 0.1, test: 0.1 }, seed),
  refits: false,
  negatives: null,
};

const leaveLastOut: Protocol = {
  title: 'leave one out, 99 sampled negatives (for comparison with the source only)',
  parts: leaveOneOut,
  refits: true,
  negatives: 99,
};

const stratified: Protocol = {
  title:
    'random 75:25 of each user’s, full ranking; a tenth of the 75 is validation, then refitted',
  parts: (dataset, seed) => dealByUser(dataset, { validation: 0.075, test: 0.25 }, seed),
  refits: true,
  negatives: null,
};

/** All ratings shuffled; some of those to learn from are validation, and learned from after that. */
const ratings = (test: number): Protocol => ({
  title: `random ${Math.round(100 * (1 - test))}:${Math.round(100 * test)} of all ratings; a twentieth of all is validation, then refitted`,
  parts: (dataset, seed) => dealAll(dataset, { validation: 0.05, test }, seed),
  refits: true,
  negatives: null,
});

const recBole = 'RecBole README, https://github.com/RUCAIBox/RecBole';
const recBoleGnn = 'RecBole-GNN, https://github.com/RUCAIBox/RecBole-GNN';
const troubling = 'Ferrari Dacrema et al. (2021), Table 55, https://arxiv.org/abs/1911.07698';
const microsoft = 'Microsoft recommenders, https://github.com/recommenders-team/recommenders';

const ml100k = { file: 'ml-100k/u.data', minValue: null, tolerance: 0.02 };
const ml1m = { file: 'ml-1m/ratings.dat', tolerance: 0.02 };
const lastFm = { file: 'kg-music/user_artists.dat', minValue: null, tolerance: 0.02 };

const ranking = (ndcg: number, recall: number): readonly Target[] => [
  { metric: 'ndcg@10', value: ndcg },
  { metric: 'recall@10', value: recall },
];

/** One line of the table. To add a figure: a line here. */
export const figures: readonly Figure[] = [
  {
    ...ml100k,
    name: 'ml-100k-bpr',
    title: 'ML-100K, BPR',
    model: 'bpr-mf',
    set: {},
    protocol: eightOneOne,
    targets: ranking(0.2768, 0.2368),
    source: recBole,
    choices: 'Best epoch by NDCG@10 on validation, where the source takes MRR@10.',
  },
  {
    ...ml1m,
    name: 'ml-1m-bpr',
    title: 'ML-1M, BPR',
    minValue: 3,
    model: 'bpr-mf',
    set: {},
    protocol: eightOneOne,
    targets: ranking(0.2401, 0.1776),
    source: recBoleGnn,
    choices: 'Ratings of 3 and more count 1; nobody is left out.',
  },
  {
    ...ml1m,
    name: 'ml-1m-neumf',
    title: 'ML-1M, NeuMF',
    minValue: 3,
    model: 'neumf',
    set: {},
    protocol: eightOneOne,
    targets: ranking(0.2271, 0.1651),
    source: recBoleGnn,
    choices: 'Ratings of 3 and more count 1; nobody is left out.',
  },
  {
    ...ml1m,
    name: 'ml-1m-light-gcn',
    title: 'ML-1M, LightGCN',
    minValue: 3,
    model: 'light-gcn',
    set: {},
    protocol: eightOneOne,
    targets: ranking(0.2538, 0.1861),
    tolerance: 0.05,
    source: recBoleGnn,
    choices: 'Ratings of 3 and more count 1; nobody is left out.',
  },
  {
    ...lastFm,
    name: 'lastfm-bpr',
    title: 'Last.FM (HetRec), BPR',
    model: 'bpr-mf',
    set: {},
    protocol: eightOneOne,
    targets: ranking(0.1674, 0.1761),
    source: recBoleGnn,
    choices: 'Every artist that was listened to counts 1, however often.',
  },
  {
    ...lastFm,
    name: 'lastfm-light-gcn',
    title: 'Last.FM (HetRec), LightGCN',
    model: 'light-gcn',
    set: {},
    protocol: eightOneOne,
    targets: ranking(0.1972, 0.2064),
    source: recBoleGnn,
    choices: 'Every artist that was listened to counts 1, however often.',
  },
  ...(
    [
      ['ease', 'EASE', 0.7192],
      ['neumf', 'NeuMF', 0.7093],
      ['als', 'iALS', 0.7109],
      ['item-knn', 'ItemKNN', 0.6694],
      ['popularity', 'Popularity', 0.4533],
    ] as const
  ).map(([model, title, value]): Figure => ({
    ...ml1m,
    name: `ml-1m-ncf-${model}`,
    title: `ML-1M, ${title}`,
    minValue: null,
    model,
    set: {},
    protocol: leaveLastOut,
    targets: [{ metric: 'hr@10', value }],
    source: troubling,
    choices: 'The source’s own draw of negatives cannot be had: ours differ with the seed.',
  })),
  {
    ...ml100k,
    name: 'ml-100k-microsoft-bpr',
    title: 'ML-100K, BPR',
    model: 'bpr-mf',
    set: {},
    protocol: stratified,
    targets: [{ metric: 'ndcg@10', value: 0.442 }],
    source: microsoft,
    choices: 'The source gives .442 to .445 at different times.',
  },
  {
    ...ml100k,
    name: 'ml-100k-microsoft-neumf',
    title: 'ML-100K, NCF (NeuMF)',
    model: 'neumf',
    set: {},
    protocol: stratified,
    targets: [{ metric: 'ndcg@10', value: 0.369 }],
    source: microsoft,
    choices: 'The source gives .369 to .396 at different times.',
  },
  {
    ...ml100k,
    name: 'ml-100k-biased-mf',
    title: 'ML-100K, biased matrix factorization',
    model: 'biased-mf',
    set: {},
    protocol: ratings(0.2),
    targets: [{ metric: 'rmse', value: 0.92 }],
    source: 'Surprise, https://surpriselib.com, and Cornac, https://github.com/PreferredAI/cornac',
    choices: 'Ratings of items or by people that train has not met are predicted too.',
  },
  {
    ...ml1m,
    name: 'ml-1m-auto-rec',
    title: 'ML-1M, item AutoRec',
    minValue: null,
    model: 'auto-rec',
    set: {},
    protocol: ratings(0.1),
    targets: [{ metric: 'rmse', value: 0.831 }],
    source: 'Sedhain et al. (2015), https://doi.org/10.1145/2740908.2742726',
    choices: 'Ratings of items or by people that train has not met are predicted too.',
  },
];
