import { beforeAll, describe, expect, test } from 'vitest';
import { invertSymmetric, solveRidge } from '../../src/kernels/linalg';
import { toLists } from '../../src/kernels/lists';
import { toSparse } from '../../src/kernels/sparse';
import * as tf from '../../src/kernels/tensor';
import { expectSame, normals, startBoth, values } from './both';

beforeAll(async () => {
  expect(await navigator.gpu.requestAdapter()).not.toBeNull();
  await startBoth();
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
