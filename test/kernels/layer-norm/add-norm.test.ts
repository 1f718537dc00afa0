import { beforeAll, describe, expect, test } from 'vitest';
import type { Dropped } from '../../../src/kernels/dropout/dropped';
import { addNorm } from '../../../src/kernels/layer-norm/add-norm';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { factorAt } from '../../fixtures/dropped';

/** The sum, and behind it the normal vectors. */
function reference(dropped: Dropped | null) {
  return (x: Float64Array, y: Float64Array, scale: Float64Array, shift: Float64Array) => {
    const dim = scale.length;
    const sum = x.map((value, i) => value + factorAt(i, dropped) * y[i]);
    const normal = sum.map((value, place) => {
      const from = place - (place % dim);
      const vector = sum.slice(from, from + dim);
      const mean = vector.reduce((all, v) => all + v, 0) / dim;
      const variance = vector.reduce((all, v) => all + (v - mean) ** 2, 0) / dim;
      const column = place % dim;
      return ((value - mean) / Math.sqrt(variance + 1e-8)) * scale[column] + shift[column];
    });
    return Float64Array.of(...sum, ...normal);
  };
}

describe.each(backends)('a residual and its layer norm on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  describe.each([null, { rate: 0.4, seed: -3 }])('with dropout %j', (dropped) => {
    test.each([
      [6, 5],
      [1, 4],
      [21, 8],
    ])('of %d vectors of %d numbers', async (rows, dim) => {
      const random = createRandom(5);
      const shapes = [[rows, dim], [rows, dim], [dim], [dim]];
      await expectAgreement(
        (x, y, scale, shift) => tf.concat([...addNorm(x, y, { scale, shift }, dropped)]),
        reference(dropped),
        shapes.map((shape) => normalTensor(shape, random)),
        random,
      );
    });
  });

  test('of which only the norm is used', async () => {
    const random = createRandom(6);
    const [x, y, weights] = [0, 1, 2].map(() => normalTensor([5, 4], random));
    const norm = { scale: tf.ones([4]), shift: tf.zeros([4]) };
    const loss = (a: tf.Tensor, b: tf.Tensor): tf.Scalar =>
      tf.sum(tf.mul(addNorm(a, b, norm, null)[1], weights));
    const [dX, dY] = tf.valueAndGrads(loss)([x, y]).grads;
    expect(await numbersOf(dX)).toEqual(await numbersOf(dY));
  });
});
