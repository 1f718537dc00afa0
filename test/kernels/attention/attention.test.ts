import { beforeAll, describe, expect, test } from 'vitest';
import { attend } from '../../../src/kernels/attention/attention';
import { randomBits } from '../../../src/kernels/counter-random';
import type { Dropped } from '../../../src/kernels/dropout/dropped';
import { layEndToEnd } from '../../../src/kernels/ragged';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { factorAt } from '../../fixtures/dropped';

interface Shape {
  readonly lengths: readonly number[];
  /** Positions, with the tail. */
  readonly size: number;
  readonly heads: number;
  readonly dim: number;
}

interface Options {
  readonly causal: boolean;
  readonly dropped: Dropped | null;
}

/** What the probability with which a query sees a key is multiplied by. */
function factorOf(dropped: Dropped | null, row: number, key: number): number {
  return factorAt(key, dropped && { ...dropped, seed: randomBits(dropped.seed, row) });
}

/** Attention by its definition; what the tail sees is zero. */
function reference({ lengths, size, heads, dim }: Shape, { causal, dropped }: Options) {
  return (projected: Float64Array): Float64Array => {
    const seen = new Float64Array(size * heads * dim);
    const vector = (position: number, part: number, head: number): Float64Array => {
      const from = ((3 * position + part) * heads + head) * dim;
      return projected.subarray(from, from + dim);
    };
    let first = 0;
    for (const length of lengths) {
      for (let place = 0; place < length * heads; place++) {
        const [query, head] = [first + Math.floor(place / heads), place % heads];
        const count = causal ? query - first + 1 : length;
        const keys = Array.from({ length: count }, (_zero, i) => first + i);
        const q = vector(query, 0, head);
        const weights = keys.map((key) => {
          const product = vector(key, 1, head).reduce((sum, k, d) => sum + k * q[d], 0);
          return Math.exp(product / Math.sqrt(dim));
        });
        const sum = weights.reduce((total, weight) => total + weight, 0);
        keys.forEach((key, i) => {
          const share = (weights[i] / sum) * factorOf(dropped, query * heads + head, key);
          vector(key, 2, head).forEach((v, d) => {
            seen[(query * heads + head) * dim + d] += share * v;
          });
        });
      }
      first += length;
    }
    return seen;
  };
}

const shapes: Record<string, Shape> = {
  'several heads and a tail': { lengths: [3, 1, 4], size: 11, heads: 2, dim: 3 },
  'vectors of four numbers': { lengths: [2, 5], size: 8, heads: 2, dim: 4 },
  'one position': { lengths: [1], size: 1, heads: 1, dim: 4 },
  'empty sequences': { lengths: [0, 2, 0], size: 2, heads: 1, dim: 2 },
  'nothing but the tail': { lengths: [0], size: 3, heads: 1, dim: 2 },
  'a long sequence': { lengths: [67], size: 70, heads: 1, dim: 1 },
};

describe.each(backends)('attention on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  describe.each(Object.entries(shapes))('over %s', (_name, shape) => {
    test.each([
      ['causal', true, null],
      ['bidirectional', false, null],
      ['causal with dropout', true, { rate: 0.4, seed: -5 }],
      ['bidirectional with dropout', false, { rate: 0.4, seed: 12 }],
    ])('is by definition, %s', async (_kind, causal, dropped) => {
      const random = createRandom(7);
      const { lengths, size, heads, dim } = shape;
      const ragged = layEndToEnd(lengths, size);
      await expectAgreement(
        (projected) => attend(projected, { heads, ragged, causal, dropped }),
        reference(shape, { causal, dropped }),
        [normalTensor([size, 3 * heads * dim], random)],
        random,
      );
    });
  });

  test.each([true, false])('sees the future only where it may: causal %s', async (causal) => {
    const random = createRandom(3);
    const ragged = layEndToEnd([4, 2]);
    const projected = normalTensor([6, 6], random);
    const changes = new Float32Array(36);
    changes.fill(9, 3 * 6, 4 * 6); // of the last position of the first sequence
    const see = (x: tf.Tensor) => numbersOf(attend(x, { heads: 1, ragged, causal, dropped: null }));
    const before = await see(projected);
    const after = await see(tf.add(projected, tf.tensor(changes, [6, 6])));
    const changed = [0, 1, 2, 3, 4, 5].filter((row) => before[2 * row] !== after[2 * row]);
    expect(changed).toEqual(causal ? [3] : [0, 1, 2, 3]);
  });

  test('takes several dispatches where there is much to see', async () => {
    const length = 3000;
    const rows = Float32Array.from(
      { length: 12 * length },
      (_zero, i) => (i % 12 < 8 ? 0 : Math.floor(i / 12)), // a mean of all values so far, each its position
    );
    const options = { heads: 1, ragged: layEndToEnd([length]), causal: true, dropped: null };
    const seen = await numbersOf(attend(tf.tensor(rows, [length, 12]), options));
    for (const position of [0, 1, 1499, 1500, 1501, length - 1]) {
      expect(seen[4 * position] / (position / 2 || 1)).toBeCloseTo(position === 0 ? 0 : 1, 4);
    }
  });

  test('stays finite where affinities are large', async () => {
    const ragged = layEndToEnd([3]);
    const projected = tf.mul(normalTensor([3, 12], createRandom(4)), 1e4);
    const seen = await numbersOf(
      attend(projected, { heads: 1, ragged, causal: true, dropped: null }),
    );
    expect(seen.every(Number.isFinite)).toBe(true);
  });

  test('gives the same numbers to the last bit', async () => {
    const [ragged, random] = [layEndToEnd([30, 7, 21], 64), createRandom(6)];
    const projected = normalTensor([64, 48], random);
    const weights = normalTensor([64, 16], random);
    const options = { heads: 2, ragged, causal: true, dropped: { rate: 0.3, seed: 1 } };
    const run = async () => {
      const loss = (x: tf.Tensor): tf.Scalar => tf.sum(tf.mul(attend(x, options), weights));
      const { value, grads } = tf.valueAndGrads(loss)([projected]);
      return [await numbersOf(value), await numbersOf(grads[0])];
    };
    expect(await run()).toEqual(await run());
  });
});
