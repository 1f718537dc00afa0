import * as tf from '../../../kernels/tensor';
import { randomBits } from '../../../kernels/counter-random';
import { solveOnce } from '../../nn/fit';
import type { Query } from '../../data/dataset';
import { defineModel } from '../model';

/**
 * Every order of the items is equally likely. The same seed gives the same history the
 * same list, and different histories lists that are independent of each other.
 */
export const random = defineModel({
  name: 'random',
  title: 'Random',
  family: 'classical',
  source: 'Bellogín, Castells & Cantador (2017), https://doi.org/10.1007/s10791-017-9312-z',
  needs: [],
  fields: {},

  memory: ({ items }) => 4 * items.size,

  fit: (train, _config, { random }) =>
    solveOnce(train.itemOf.length, () => {
      const lots = Float32Array.from({ length: train.items.size }, () => random.uniform());
      return { lots: tf.tensor1d(lots) };
    }),

  foldIn: ({ lots }, queries) => {
    const [items]: number[] = lots.shape;
    return tf.tensor2d(drawFor(queries, items), [queries.length, items]);
  },

  // Uniform numbers from the history on a circle, turned by uniform ones from the seed.
  score: ({ lots }, users) => tf.mod(tf.add(users, lots), 1),
});

/** Uniform numbers that depend on what each query chose alone: `[queries · items]` */
function drawFor(queries: readonly Query[], items: number): Float32Array {
  const keys = queries.map(({ history }) => history.items.reduce(randomBits, 0));
  return Float32Array.from(
    { length: queries.length * items },
    (_zero, i) => randomBits(keys[Math.floor(i / items)], i % items) / 2 ** 32,
  );
}
