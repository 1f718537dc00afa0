import { beforeAll, describe, expect, test } from 'vitest';
import { layerNorm } from '../../../src/kernels/layer-norm/layer-norm';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

function reference(x: Float64Array, scale: Float64Array, shift: Float64Array): Float64Array {
  const dim = scale.length;
  return x.map((value, place) => {
    const from = place - (place % dim);
    const vector = x.slice(from, from + dim);
    const mean = vector.reduce((sum, v) => sum + v, 0) / dim;
    const variance = vector.reduce((sum, v) => sum + (v - mean) ** 2, 0) / dim;
    return ((value - mean) / Math.sqrt(variance + 1e-8)) * scale[place % dim] + shift[place % dim];
  });
}

describe.each(backends)('a layer norm on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each([
    [6, 5],
    [1, 4],
    [4, 6],
    [21, 8],
    [70, 3],
  ])('of %d vectors of %d numbers', async (rows, dim) => {
    const random = createRandom(5);
    const inputs = [[rows, dim], [dim], [dim]].map((size) => normalTensor(size, random));
    await expectAgreement(
      (x, scale, shift) => layerNorm(x, { scale, shift }),
      reference,
      inputs,
      random,
    );
  });

  test('of equal numbers is the shift', async () => {
    const result = layerNorm(tf.zeros([2, 3]), {
      scale: tf.ones([3]),
      shift: tf.tensor1d([1, 2, 3]),
    });
    expect(Array.from(await numbersOf(result))).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('gives the same gradients to the last bit', async () => {
    const random = createRandom(6);
    const inputs = [[1000, 12], [12], [12]].map((shape) => normalTensor(shape, random));
    const weights = normalTensor([1000, 12], random);
    const run = () => {
      const loss = (x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Scalar =>
        tf.sum(tf.mul(layerNorm(x, { scale, shift }), weights));
      return Promise.all(tf.valueAndGrads(loss)(inputs).grads.map(numbersOf));
    };
    expect(await run()).toEqual(await run());
  });
});
