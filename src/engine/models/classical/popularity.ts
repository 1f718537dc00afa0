import * as tf from '../../../kernels/tensor';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import { filterEvents, itemCounts, type Dataset } from '../../data/dataset';
import { indexTerms } from '../../data/terms';
import { solveOnce } from '../../nn/fit';
import { said } from '../../nn/fold-in';
import { defineModel } from '../model';

/** The same list for everyone: what was chosen most often. The baseline that says whether taste matters. */
export const popularity = defineModel({
  name: 'popularity',
  title: 'Popularity',
  family: 'classical',
  source: 'Cremonesi et al. (2010), https://doi.org/10.1145/1864708.1864721',
  needs: [],
  fields: {},

  memory: ({ items }) => 4 * items.size,

  fit: (train) =>
    solveOnce(train.itemOf.length, () => ({ counts: tf.tensor1d(itemCounts(train)) })),

  foldIn: (_weights, queries) => tf.ones([queries.length, 1]),

  score: ({ counts }, users) => tf.matMul(users, tf.expandDims(counts, 0)),
});

/**
 * The same list for everyone: what was chosen most often in the last seven days of the
 * data, and behind it the rest by all of its choices. Without times, those alone count.
 */
export const popularity7Days = defineModel({
  name: 'popularity-7-days',
  title: 'Popularity (last 7 days)',
  family: 'classical',
  source: 'Ji et al. (2020), https://doi.org/10.1145/3397271.3401233',
  needs: ['timestamps'],
  fields: {},

  memory: popularity.memory,

  fit: (train) =>
    solveOnce(train.itemOf.length, () => {
      const [recent, ever] = [lastDays(train, 7), train].map(itemCounts);
      // Less than 1 each, so that they only order what is equal of late.
      const scale = 1 / (1 + train.itemOf.length);
      return { counts: tf.tensor1d(recent.map((count, item) => count + scale * ever[item])) };
    }),

  foldIn: popularity.foldIn,
  score: popularity.score,
});

/** Only what happened at most so many days before the last event of all. */
function lastDays(train: Dataset, days: number): Dataset {
  const { timestamps } = train;
  const end = timestamps.reduce((last, time) => (time > last ? time : last), -Infinity);
  return filterEvents(train, (event) => timestamps[event] > end - days * 86_400_000);
}

/**
 * What is most often chosen within the genres of what one chose: the choices of each item,
 * times the cosine of its genres with those of the history. Where genres are unknown,
 * popularity alone orders.
 */
export const popularityGenres = defineModel({
  name: 'popularity-genres',
  title: 'Popularity (in your genres)',
  family: 'classical',
  source: 'Cremonesi et al. (2010), https://doi.org/10.1145/1864708.1864721',
  needs: ['itemFeatures'],
  fields: {},

  memory: ({ items, catalog }) => 4 * items.size * (1 + indexTerms(catalog.genres).size),

  fit: (train) =>
    solveOnce(train.itemOf.length, () => ({
      counts: tf.tensor1d(itemCounts(train)),
      genres: genreVectors(train),
    })),

  foldIn: ({ genres }, queries) => sparseProduct(said(queries), genres),

  score: ({ counts, genres }, users) => {
    const likeness = tf.matMul(users, genres, false, true);
    return tf.mul(tf.add(likeness, unknown), counts);
  },
});

/** The likeness of an item that shares no genre with the history, against 1 for one item of the same. */
const unknown = 0.001;

/** The genres of each item, equally strong, as a vector of length 1: `[items, genres]` */
function genreVectors({ items, catalog }: Dataset): tf.Tensor {
  const { size, lists } = indexTerms(catalog.genres);
  const width = Math.max(size, 1);
  const vectors = new Float32Array(items.size * width);
  for (let item = 0; item < items.size; item++) {
    const genres = lists.indices.subarray(lists.offsets[item], lists.offsets[item + 1]);
    for (const genre of genres) vectors[item * width + genre] = 1 / Math.sqrt(genres.length);
  }
  return tf.tensor2d(vectors, [items.size, width]);
}
