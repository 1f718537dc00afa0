import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueLoss } from '../../src/kernels/catalogue-loss/catalogue-loss';
import { crossEntropy } from '../../src/kernels/cross-entropy/cross-entropy';
import { invertSymmetric, solveRidge } from '../../src/kernels/linalg';
import { toLists } from '../../src/kernels/lists';
import { toSparse } from '../../src/kernels/sparse';
import * as tf from '../../src/kernels/tensor';
import { expectSame, normals, startBoth, valueAndGradients, values } from './both';

beforeAll(async () => {
  expect(await navigator.gpu.requestAdapter()).not.toBeNull();
  await startBoth();
});

describe('value and gradient on WebGPU are those on the CPU:', () => {
  test('a cross-entropy', () =>
    expectSame(() => valueAndGradients((logits) => crossEntropy(logits, ...wanted()), [4, 6])));

  test('a cross-entropy over the catalogue', () =>
    expectSame(() =>
      valueAndGradients(
        (states, items, bias) => catalogueLoss(states, { items, bias }, ...wanted()),
        [4, 3],
        [6, 3],
        [6],
      ),
    ));
});

describe('the result on WebGPU is that on the CPU:', () => {
  test('a ridge', () =>
    expectSame(() =>
      values(() => {
        const said = toSparse(toLists([[0, 3, 5], []]), Float32Array.of(1, 2, -1));
        return [
          solveRidge({ factors: normals([6, 4], 1), targets: said, unobserved: 0.1, l2: 0.7 }),
        ];
      }),
    ));

  test('an inverse', () =>
    expectSame(async () => {
      const n = 20;
      const [matrix] = await values(() => {
        const x = normals([n, n], 5);
        return [tf.add(tf.matMul(x, x, true, false), tf.mul(tf.eye(n), n))];
      });
      const inverse = Float32Array.from(matrix);
      await invertSymmetric(inverse, n);
      return [inverse.filter((_value, i) => i % n >= Math.floor(i / n))]; // the upper triangle
    }));
});

/** The targets of four events among six items, and their weights. */
function wanted(): [targets: tf.Tensor, shares: tf.Tensor] {
  return [tf.tensor1d([5, 0, 0, 3], 'int32'), tf.tensor1d([0.4, 0, 0.3, 0.3])];
}
