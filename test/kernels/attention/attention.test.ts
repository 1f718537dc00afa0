import { beforeAll, describe, expect, test } from 'vitest';
import { attend } from '../../../src/kernels/attention/attention';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

interface Shape {
  readonly batch: number;
  readonly heads: number;
  readonly time: number;
  readonly dim: number;
}

/** Attention by its definition; what padding sees is zero. */
function reference({ batch, heads, time, dim }: Shape, isReal: readonly number[], mask: number[]) {
  return (q: Float64Array, k: Float64Array, v: Float64Array): Float64Array => {
    const seen = new Float64Array(q.length);
    for (let head = 0; head < batch * heads; head++) {
      const row = (position: number): number => (head * time + position) * dim;
      const isThere = (position: number): boolean =>
        isReal[Math.floor(head / heads) * time + position] === 1;
      for (let i = 0; i < time; i++) {
        if (!isThere(i)) continue;
        const past = Array.from({ length: i + 1 }, (_zero, j) => j).filter(isThere);
        const affinity = past.map((j) => {
          let dot = 0;
          for (let d = 0; d < dim; d++) dot += q[row(i) + d] * k[row(j) + d];
          return Math.exp(dot / Math.sqrt(dim));
        });
        const sum = affinity.reduce((total, a) => total + a, 0);
        past.forEach((j, place) => {
          const weight = (affinity[place] / sum) * mask[(head * time + i) * time + j];
          for (let d = 0; d < dim; d++) seen[row(i) + d] += weight * v[row(j) + d];
        });
      }
    }
    return seen;
  };
}

const shapes: Record<string, Shape & { isReal: number[] }> = {
  'several heads, padded': {
    batch: 2,
    heads: 2,
    time: 4,
    dim: 3,
    isReal: [0, 0, 1, 1, 1, 1, 1, 1],
  },
  'one position': { batch: 2, heads: 1, time: 1, dim: 4, isReal: [1, 0] },
  'one row': { batch: 1, heads: 1, time: 5, dim: 2, isReal: [1, 1, 1, 1, 1] },
  'padding in between': { batch: 1, heads: 1, time: 5, dim: 2, isReal: [1, 0, 1, 0, 1] },
  'nothing but padding': { batch: 2, heads: 1, time: 3, dim: 2, isReal: [0, 0, 0, 0, 0, 0] },
};

describe.each(backends)('attention on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { isReal, ...shape }] of Object.entries(shapes)) {
    const { batch, heads, time, dim } = shape;
    test.each(['without a mask', 'with a mask'])(`of ${name}, %s`, async (kind) => {
      const random = createRandom(7);
      const size = batch * heads * time * time;
      const isMasked = kind === 'with a mask';
      const numbers = Array.from({ length: size }, () => (isMasked ? random.below(2) * 2 : 1));
      const real = tf.tensor(isReal, [batch, time]);
      const mask = isMasked ? tf.tensor(numbers, [batch, heads, time, time]) : null;
      const inputs = [0, 1, 2].map(() => normalTensor([batch, heads, time, dim], random));
      await expectAgreement(
        (query, key, value) => attend({ query, key, value, isReal: real, mask }),
        reference(shape, isReal, numbers),
        inputs,
        random,
      );
    });
  }

  test('does not see the future', async () => {
    const random = createRandom(3);
    const [query, key, value] = [0, 1, 2].map(() => normalTensor([1, 1, 4, 2], random));
    const changed = tf.add(value, tf.tensor([0, 0, 0, 0, 0, 0, 9, 9], [1, 1, 4, 2]));
    const isReal = tf.ones([1, 4]);
    const see = (v: tf.Tensor) => numbersOf(attend({ query, key, value: v, isReal, mask: null }));
    const [before, after] = [await see(value), await see(changed)];
    expect(after.slice(0, 6)).toEqual(before.slice(0, 6));
    expect(after.slice(6)).not.toEqual(before.slice(6));
  });
});
