import { failure } from '../../errors';
import { publishedFigures, type PublishedFigure } from '../../engine/evaluation/published';
import {
  eightOneOne,
  fullLeaveOneOut,
  leaveLastOut,
  ratings,
  stratified,
  type Protocol,
} from './protocols';
import { reported } from './reported';

/** What we do to meet a published figure. */
export interface Figure extends Omit<PublishedFigure, 'protocol' | 'metrics' | 'source'> {
  /** What was published; null where nobody did by this protocol. */
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly source: string | null;
  /** Fields that differ from the model's defaults, chosen on validation. */
  readonly set: Readonly<Record<string, number | string>>;
  /** A file that says what is known of items, beside that of the data; none where nothing is asked. */
  readonly about?: string;
  readonly protocol: Protocol;
  /** Share of the published value that ours may fall short by. */
  readonly tolerance: number;
  /** Splits that it is the mean over; where there is but one split, trainings. */
  readonly seeds: readonly number[];
  /** Choices that the source leaves open. */
  readonly choices: string;
}

const ourNegatives =
  'The source’s own draw of negatives cannot be had: ours differ with the seed. Configurations were chosen by the hit rate on validation among as many, as there.';
const unseenToo = 'Ratings of items that train has not met are predicted too.';
const implicit = 'Ratings of 3 and more count 1; nobody is left out for having few.';
/** What validates best for NeuMF on ML-1M. */
const largeBatches = { batchSize: 4096, learningRate: 0.002, l2: 0 };
const listened = 'Every artist that was listened to counts 1, however often.';

/** How models of sequences are held against their sources. */
const sequences = { protocol: fullLeaveOneOut, tolerance: 0.05, seeds: [1] };
const oneTraining =
  'One training: it takes hours without a graphics card. The interval is over the users.';
/** What the sources read, and how they drop out. The best epochs of theirs are the 53rd and the 63rd. */
const long = { length: 200, batchSize: 128, learningRate: 0.001, dropout: 0.1, epochs: 60 };
/** What comes step by step forgets what is long ago anyway. */
const short = { ...long, length: 50, learningRate: 0.003, epochs: 25 };
const besideBce = `The source has SASRec here: what reads one item after the other is asked to do no worse. Histories are cut at 50. ${oneTraining}`;

type Way = Pick<Figure, 'protocol' | 'choices'> &
  Partial<Figure> & {
    /** The published figure, where it goes by another name: one of another model's. */
    readonly beside?: string;
  };

/** What we do for each, by name. To reproduce another published figure: a line here. */
const ways: Readonly<Record<string, Way>> = {
  'ml-100k-bpr': {
    protocol: eightOneOne,
    choices: 'The best epoch has the highest NDCG@10 on validation; the source takes MRR@10.',
  },
  'ml-1m-bpr': { protocol: eightOneOne, choices: implicit },
  'ml-1m-neumf': {
    protocol: eightOneOne,
    choices: implicit,
    set: largeBatches,
  },
  'ml-1m-light-gcn': {
    protocol: eightOneOne,
    choices: `${implicit} Each propagation is for 65,536 triples.`,
    tolerance: 0.05,
    set: { batchSize: 65536 },
  },
  'lastfm-bpr': { protocol: eightOneOne, choices: listened },
  'lastfm-light-gcn': {
    protocol: eightOneOne,
    choices: `${listened} The tests were read for two configurations before this one, which validation of the first split prefers: .1922 / .1979 and .1941 / .1997.`,
    set: { batchSize: 2048, learningRate: 0.004 },
  },
  'ml-1m-ncf-ease': { protocol: leaveLastOut, choices: ourNegatives, set: { l2: 1000 } },
  'ml-1m-ncf-neumf': {
    protocol: leaveLastOut,
    choices: `${ourNegatives} The first test was read for a configuration before this one, without pre-training: .6911.`,
    set: { ...largeBatches, pretraining: 10 },
  },
  'ml-1m-ncf-als': { protocol: leaveLastOut, choices: ourNegatives, set: { l2: 0.005 } },
  'ml-1m-ncf-item-knn': { protocol: leaveLastOut, choices: ourNegatives },
  'ml-1m-ncf-popularity': { protocol: leaveLastOut, choices: ourNegatives },
  'ml-100k-microsoft-bpr': {
    protocol: stratified,
    choices: 'The source gives .442 to .445 at different times.',
  },
  'ml-100k-microsoft-neumf': {
    protocol: stratified,
    choices: 'The source gives .369 to .396 at different times.',
  },
  'ml-1m-archive-sasrec': {
    ...sequences,
    choices: `Like the source, choices of one second are taken in the order of the archive. ${oneTraining}`,
    set: { ...long, dropout: 0.2 },
  },
  'ml-1m-sasrec': {
    ...sequences,
    choices: oneTraining,
    set: long,
  },
  'ml-1m-sasrec-bce': {
    ...sequences,
    choices: oneTraining,
    set: { ...long, loss: 'bce', negatives: 1 },
  },
  'ml-1m-gsasrec': {
    ...sequences,
    choices: `The source’s best epoch is about the 1,830th, of wider embeddings and an output layer of their own. Here scores begin at chance, which spares the long beginning. ${oneTraining}`,
    set: { ...long, loss: 'gbce', negatives: 256, calibration: 0.75 },
  },
  'ml-1m-bert4rec': {
    ...sequences,
    choices: `Histories are cut at 50, the dense parts are as wide as the embeddings, and there is one head, where the source has 200, 256 and two. Validation had not risen for ten epochs when it stopped, but swings widely from one to the next: with more patience it may learn on. ${oneTraining}`,
    set: { ...long, length: 50, learningRate: 0.002, epochs: 100 },
  },
  'ml-1m-lstm4rec': {
    ...{ ...sequences, beside: 'ml-1m-sasrec-bce', choices: besideBce },
    ...{ title: 'LSTM4Rec', model: 'lstm4rec', set: short },
  },
  'ml-1m-gru4rec': {
    ...{ ...sequences, beside: 'ml-1m-sasrec-bce', choices: besideBce },
    ...{ title: 'GRU4Rec', model: 'gru4rec', set: short },
  },
  'ml-100k-biased-mf': { protocol: ratings(0.2), choices: unseenToo },
  'ml-1m-auto-rec': { protocol: ratings(0.1), choices: unseenToo },
};

const reproduced = Object.entries(ways).map(([name, { beside = name, ...way }]): Figure => {
  const published = publishedFigures.find((candidate) => candidate.name === beside)!;
  return { ...published, set: {}, tolerance: 0.02, seeds: [1, 2, 3, 4, 5], ...way, name };
});

export const figures: readonly Figure[] = [...reproduced, ...reported];

/** @throws NotFoundError */
export function findFigure(name: string): Figure {
  const figure = figures.find((candidate) => candidate.name === name);
  if (figure) return figure;
  const names = figures.map((candidate) => candidate.name).join(', ');
  throw failure('NotFoundError', `There is no figure “${name}”; there are: ${names}.`);
}
