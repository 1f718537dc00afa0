import type { SplitName } from '../data/split';

/** A number that others have published, with all that it takes to hold another against it. */
export interface PublishedFigure {
  readonly name: string;
  readonly title: string;
  /** The model of ours that does the same. */
  readonly model: string;
  readonly data: PublishedData;
  /** Interactions rated below were left out; null where all were kept. */
  readonly minValue: number | null;
  /** The split of ours that is theirs, with a ranking of all items; null where there is none. */
  readonly split: SplitName | null;
  /** How it was measured, in words. */
  readonly protocol: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly source: string;
}

export interface PublishedData {
  readonly title: string;
  /** The file, below the folder of all data sets. */
  readonly file: string;
  /** As `DatasetInfo` has it. */
  readonly hash: string;
}

export const ml100k: PublishedData = {
  title: 'ML-100K',
  file: 'ml-100k/u.data',
  hash: 'c2114e4358ceb5960150be651f754120cfe2eb05328a2503f9119f5928222bb6',
};
export const ml1m: PublishedData = {
  title: 'ML-1M',
  file: 'ml-1m/ratings.dat',
  hash: 'bc83a6899defc361c1c85e0493b892035dcf9273149983fc0e704af04148b41d',
};
/**
 * A user and an item a line, in the order of choice, as most papers on sequences have it: items
 * with fewer than five choices are left out, and choices of one second, which half of them are,
 * lie in another order than in the archive.
 */
export const ml1mSequences: PublishedData = {
  title: 'ML-1M as SASRec’s authors have it (github.com/kang205/SASRec, data/ml-1m.txt)',
  file: 'ml-1m-sasrec/ml-1m.txt',
  hash: 'd7595cc8f4c3c72ae7d5034fa555406dfc55125746fdb2469566f4d7dca6673a',
};
export const mlLatestSmall: PublishedData = {
  title: 'MovieLens, latest small',
  file: 'ml-latest-small/ratings.csv',
  hash: 'bf7bf1d47da91d9085faebd0152ec9c0d7e3aefb2c6d79d8b69e583fe2a50a64',
};
const lastFm: PublishedData = {
  title: 'Last.FM (HetRec)',
  file: 'kg-music/user_artists.dat',
  hash: '6fdd9d377b46f25531ab91ed19a758f73bd4b40a5b730aab6b945d541d803fc4',
};

const eightOneOne = {
  split: 'random',
  protocol: 'random 8:1:1 of each user’s, full ranking',
} as const;
const leaveOneOut = {
  split: 'leave-one-out',
  protocol: 'leave one out, full ranking',
} as const;
const sampled = { split: null, protocol: 'leave one out, among 99 sampled items' } as const;
const stratified = {
  split: null,
  protocol: 'random 75:25 of each user’s, full ranking',
} as const;

const recBole = 'RecBole README, https://github.com/RUCAIBox/RecBole';
const recBoleGnn = 'RecBole-GNN, https://github.com/RUCAIBox/RecBole-GNN';
const troubling = 'Ferrari Dacrema et al. (2021), Table 55, https://arxiv.org/abs/1911.07698';
const microsoft = 'Microsoft recommenders, https://github.com/recommenders-team/recommenders';
const klenitskiy =
  'Klenitskiy & Vasilev (2023), https://github.com/antklen/sasrec-bert4rec-recsys23';
const blondered = 'blondered/bert4rec_repro, https://github.com/blondered/bert4rec_repro';
const recTools =
  'RecTools, https://github.com/MobileTeleSystems/RecTools, examples/tutorials/transformers_HSTU_tutorial.ipynb';
const petrov = 'Petrov & Macdonald (2023), https://github.com/asash/gSASRec-pytorch';

/** NDCG@10 and Recall@10; with one item to find, the latter is the hit rate. */
const top10 = (ndcg: number, recall: number) => ({ 'ndcg@10': ndcg, 'recall@10': recall });

type Row = readonly [
  name: string,
  title: string,
  model: string,
  metrics: PublishedFigure['metrics'],
];

/** Figures that share data, protocol and source. */
const table = (
  common: Omit<PublishedFigure, 'name' | 'title' | 'model' | 'metrics'>,
  rows: readonly Row[],
): PublishedFigure[] =>
  rows.map(([name, title, model, metrics]) => ({ ...common, name, title, model, metrics }));

/** To add a figure: a line here. */
export const publishedFigures: readonly PublishedFigure[] = [
  ...table({ data: ml100k, minValue: null, ...eightOneOne, source: recBole }, [
    ['ml-100k-bpr', 'BPR', 'bpr-mf', top10(0.2768, 0.2368)],
  ]),
  ...table({ data: ml1m, minValue: 3, ...eightOneOne, source: recBoleGnn }, [
    ['ml-1m-bpr', 'BPR', 'bpr-mf', top10(0.2401, 0.1776)],
    ['ml-1m-neumf', 'NeuMF', 'neumf', top10(0.2271, 0.1651)],
    ['ml-1m-light-gcn', 'LightGCN', 'light-gcn', top10(0.2538, 0.1861)],
  ]),
  ...table({ data: lastFm, minValue: null, ...eightOneOne, source: recBoleGnn }, [
    ['lastfm-bpr', 'BPR', 'bpr-mf', top10(0.1674, 0.1761)],
    ['lastfm-light-gcn', 'LightGCN', 'light-gcn', top10(0.1972, 0.2064)],
  ]),
  ...table({ data: ml1m, minValue: null, ...leaveOneOut, source: recTools }, [
    ['ml-1m-archive-sasrec', 'SASRec, cross-entropy', 'sasrec', top10(0.1622, 0.2877)],
  ]),
  ...table({ data: ml1mSequences, minValue: null, ...leaveOneOut, source: klenitskiy }, [
    ['ml-1m-sasrec', 'SASRec, cross-entropy', 'sasrec', top10(0.1821, 0.3152)],
    ['ml-1m-sasrec-bce', 'SASRec, one negative', 'sasrec', top10(0.1341, 0.25)],
  ]),
  ...table({ data: ml1mSequences, minValue: null, ...leaveOneOut, source: petrov }, [
    ['ml-1m-gsasrec', 'gSASRec', 'sasrec', top10(0.1726, 0.3003)],
  ]),
  ...table({ data: ml1mSequences, minValue: null, ...leaveOneOut, source: blondered }, [
    ['ml-1m-bert4rec', 'BERT4Rec', 'bert4rec', top10(0.1618, 0.2921)],
  ]),
  ...table({ data: ml1m, minValue: null, ...sampled, source: troubling }, [
    ['ml-1m-ncf-ease', 'EASE', 'ease', { 'hr@10': 0.7192 }],
    ['ml-1m-ncf-neumf', 'NeuMF', 'neumf', { 'hr@10': 0.7093 }],
    ['ml-1m-ncf-als', 'iALS', 'als', { 'hr@10': 0.7109 }],
    ['ml-1m-ncf-item-knn', 'ItemKNN', 'item-knn', { 'hr@10': 0.6694 }],
    ['ml-1m-ncf-popularity', 'Popularity', 'popularity', { 'hr@10': 0.4533 }],
  ]),
  ...table({ data: ml100k, minValue: null, ...stratified, source: microsoft }, [
    ['ml-100k-microsoft-bpr', 'BPR', 'bpr-mf', { 'ndcg@10': 0.442 }],
    ['ml-100k-microsoft-neumf', 'NCF', 'neumf', { 'ndcg@10': 0.369 }],
  ]),
  {
    name: 'ml-100k-biased-mf',
    title: 'Biased matrix factorization',
    model: 'biased-mf',
    data: ml100k,
    minValue: null,
    split: null,
    protocol: 'random 80:20 of all ratings',
    metrics: { rmse: 0.92 },
    source: 'Surprise, https://surpriselib.com, and Cornac, https://github.com/PreferredAI/cornac',
  },
  {
    name: 'ml-1m-auto-rec',
    title: 'Item AutoRec',
    model: 'auto-rec',
    data: ml1m,
    minValue: null,
    split: null,
    protocol: 'random 90:10 of all ratings',
    metrics: { rmse: 0.831 },
    source: 'Sedhain et al. (2015), https://doi.org/10.1145/2740908.2742726',
  },
];
