import { differentiable } from '../../kernels/kernel';
import * as tf from '../../kernels/tensor';
import type { Sequences } from './sequence';

/** The cosines and sines of how far each pair of numbers is turned: `[positions, 1, pairs]` each. */
export interface Turns {
  readonly cosines: tf.Tensor;
  readonly sines: tf.Tensor;
}

/** What numbers are turned by: their places in a sequence, or half of them by their times instead. */
export type TurnedBy = 'places' | 'times';

/** The quickest pair turns by one radian from place to place, the slowest by so many times less. */
const slowestPlace = 10_000;
/** Times after which the quickest pair and the slowest are back where they were, ms. */
const [shortest, longest] = [60_000, 32 * 365.25 * 86_400_000];

/** How far so many pairs of numbers are turned at each position; not at all at the tail. */
export function turnsOf(sequences: Sequences, by: TurnedBy, pairs: number): Turns {
  const timed = by === 'times' ? Math.floor(pairs / 2) : 0;
  const { ragged } = sequences;
  const [cosines, sines] = [0, 1].map(() => new Float32Array(ragged.size * pairs));
  cosines.fill(1);
  const turnAt = (position: number, first: number, rates: Float64Array, far: number): void =>
    rates.forEach((rate, pair) => {
      cosines[position * pairs + first + pair] = Math.cos(rate * far);
      sines[position * pairs + first + pair] = Math.sin(rate * far);
    });
  const placeRates = ratesOf(pairs - timed, 1, 1 / slowestPlace);
  const timeRates = ratesOf(timed, (2 * Math.PI) / shortest, (2 * Math.PI) / longest);
  forEachPosition(sequences, (position, place, sinceFirst) => {
    turnAt(position, 0, placeRates, place);
    turnAt(position, pairs - timed, timeRates, sinceFirst);
  });
  const shape = [ragged.size, 1, pairs];
  return { cosines: tf.tensor(cosines, shape), sines: tf.tensor(sines, shape) };
}

/** So many rates, from the quickest to near the slowest, each the same part of the one before. */
function ratesOf(count: number, quickest: number, slowest: number): Float64Array {
  return Float64Array.from(
    { length: count },
    (_zero, i) => quickest * (slowest / quickest) ** (i / count),
  );
}

/** Calls back with each position's place in its sequence, and the ms since the first; 0 where unknown. */
function forEachPosition(
  { ragged: { offsets }, times }: Sequences,
  each: (position: number, place: number, sinceFirst: number) => void,
): void {
  for (let sequence = 1; sequence < offsets.length; sequence++) {
    const first = offsets[sequence - 1];
    for (let position = first; position < offsets[sequence]; position++) {
      each(position, position - first, times[position] - times[first] || 0);
    }
  }
}

/**
 * Queries and keys of `projected` `[positions, 3 · heads · dim]`, as `attend` takes it, turned by
 * where they stand: how well two fit then depends on how far they are apart, and not on where.
 * Su et al. (2021), https://arxiv.org/abs/2104.09864; of times, Xu et al. (2019),
 * https://arxiv.org/abs/1911.12864
 */
export function turn(projected: tf.Tensor, heads: number, turns: Turns): tf.Tensor {
  return differentiable([projected], {
    forward: () => ({
      value: tf.tidy(() => turned(projected, heads, turns)),
      saved: [turns.cosines, turns.sines],
    }),
    // A slope is turned back.
    backward: (dy, [cosines, sines]) => [turned(dy, heads, { cosines, sines: tf.neg(sines) })],
  });
}

function turned(projected: tf.Tensor, heads: number, { cosines, sines }: Turns): tf.Tensor {
  const [positions, width]: number[] = projected.shape;
  const parts = tf.reshape(projected, [positions, 3 * heads, width / (3 * heads)]);
  const [looking, values] = tf.split(parts, [2 * heads, heads], 1);
  const [first, second] = tf.split(looking, 2, 2);
  const both = [
    tf.sub(tf.mul(first, cosines), tf.mul(second, sines)),
    tf.add(tf.mul(first, sines), tf.mul(second, cosines)),
  ];
  return tf.reshape(tf.concat([tf.concat(both, 2), values], 1), [positions, width]);
}
