import { beforeAll, describe, expect, test } from 'vitest';
import { dense, type Activation } from '../../../src/kernels/dense/dense';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

function reference(rows: number, activation: Activation) {
  return (x: Float64Array, weight: Float64Array, bias?: Float64Array): Float64Array => {
    const inner = x.length / rows;
    const columns = weight.length / inner;
    return Float64Array.from({ length: rows * columns }, (_zero, place) => {
      const [row, column] = [Math.floor(place / columns), place % columns];
      let sum = bias?.[column] ?? 0;
      for (let k = 0; k < inner; k++) sum += x[row * inner + k] * weight[k * columns + column];
      return activation === 'relu' ? Math.max(sum, 0) : sum;
    });
  };
}

const shapes = {
  'one row': { rows: 1, inner: 3, columns: 2 },
  'odd sizes': { rows: 5, inner: 7, columns: 9 },
  'whole vectors': { rows: 6, inner: 8, columns: 12 },
  'many rows': { rows: 261, inner: 4, columns: 4 },
};

describe.each(backends)('a dense layer on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { rows, inner, columns }] of Object.entries(shapes)) {
    test.each(['none', 'relu'] as const)(`of ${name}, activation: %s`, async (activation) => {
      const random = createRandom(rows);
      await expectAgreement(
        (x, weight, bias) => dense(x, weight, bias, activation),
        reference(rows, activation),
        [[rows, inner], [inner, columns], [columns]].map((shape) => normalTensor(shape, random)),
        random,
      );
    });
  }

  test('needs no bias', async () => {
    const random = createRandom(3);
    await expectAgreement(
      (x, weight) => dense(x, weight, null, 'relu'),
      reference(4, 'relu'),
      [normalTensor([4, 5], random), normalTensor([5, 6], random)],
      random,
    );
  });

  test('gives the same bits every time', async () => {
    const random = createRandom(4);
    const shapesOf = [[600, 8], [8, 8], [8]];
    const inputs = shapesOf.map((shape) => normalTensor(shape, random));
    const learn = async (): Promise<Float64Array[]> => {
      const loss = (x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor): tf.Scalar =>
        tf.sum(tf.square(dense(x, weight, bias, 'relu')));
      const { value, grads } = tf.valueAndGrads(loss as (...x: tf.Tensor[]) => tf.Scalar)(inputs);
      return Promise.all([value, ...grads].map(numbersOf));
    };
    expect(await learn()).toEqual(await learn());
  });
});
