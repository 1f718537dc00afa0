import * as tf from '../../kernels/tensor';
import type { Random } from '../../kernels/random';
import { dense } from './layers';
import type { Sequences } from './sequence';
import { glorotWeight, type Weights } from './weights';

/** How many items filters look at, and how many filters there are. */
export interface Windows {
  readonly window: number;
  /** Of each height from 1 to `window`. */
  readonly horizontal: number;
  readonly vertical: number;
}

/** `vertical` `[window, filters]`; `across.H` `[H · dim, filters]` and its bias for each height H. */
export function startConvolutions(
  { window, horizontal, vertical, dim }: Windows & { readonly dim: number },
  random: Random,
): Weights {
  const across = heightsOf(window).flatMap((height) => [
    [`across.${height}`, glorotWeight(height * dim, horizontal, random)] as const,
    [`acrossBias.${height}`, tf.zeros([horizontal])] as const,
  ]);
  return { vertical: glorotWeight(window, vertical, random), ...Object.fromEntries(across) };
}

/**
 * What filters see in the newest `window` items at each position, zeros before the first of a
 * sequence: `[positions, dim · vertical + window · horizontal]`. A horizontal filter looks at
 * several items in a row, and gives the most that it sees anywhere; a vertical one is a
 * weighted sum of all. Tang & Wang (2018), https://arxiv.org/abs/1809.07426
 */
export function convolve(weights: Weights, sequences: Sequences, { window }: Windows): tf.Tensor {
  const vectors = windowsOf(weights.items, sequences, window); // [positions, window, dim]
  const [positions, , dim]: number[] = vectors.shape;
  const columns = tf.reshape(tf.transpose(vectors, [0, 2, 1]), [positions * dim, window]);
  const summed = tf.reshape(tf.matMul(columns, weights.vertical), [positions, -1]);
  const most = heightsOf(window).map((height) => {
    const [filters, bias] = [weights[`across.${height}`], weights[`acrossBias.${height}`]];
    const places = Array.from({ length: window - height + 1 }, (_zero, from) => {
      const rows = tf.slice(vectors, [0, from, 0], [positions, height, dim]);
      return dense(tf.reshape(rows, [positions, height * dim]), filters, bias, 'relu');
    });
    return tf.max(tf.stack(places), 0);
  });
  return tf.concat([summed, ...most], 1);
}

function heightsOf(window: number): readonly number[] {
  return Array.from({ length: window }, (_zero, i) => i + 1);
}

/** The vectors of the newest items at each position, oldest first: `[positions, window, dim]` */
function windowsOf(table: tf.Tensor, { ragged, items }: Sequences, window: number): tf.Tensor {
  const { offsets, size } = ragged;
  const chosen = new Int32Array(size * window);
  const there = new Float32Array(size * window);
  for (let sequence = 1; sequence < offsets.length; sequence++) {
    const first = offsets[sequence - 1];
    for (let position = first; position < offsets[sequence]; position++) {
      for (let place = 0; place < window; place++) {
        const source = position - window + 1 + place;
        if (source < first) continue;
        chosen[position * window + place] = items[source];
        there[position * window + place] = 1;
      }
    }
  }
  const [, dim]: number[] = table.shape;
  const rows = tf.mul(tf.lookup(table, chosen), tf.tensor2d(there, [size * window, 1]));
  return tf.reshape(rows, [size, window, dim]);
}
