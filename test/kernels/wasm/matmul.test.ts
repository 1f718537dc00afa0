import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { startInNode } from '../../fixtures/start-backend';

beforeAll(async () => void (await startInNode('wasm')));

/** `[n, k] · [k, m]` by definition. */
function product(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  const k = a.length / n;
  return Float64Array.from({ length: n * m }, (_zero, place) => {
    const [row, column] = [Math.floor(place / m), place % m];
    let sum = 0;
    for (let i = 0; i < k; i++) sum += a[row * k + i] * b[i * m + column];
    return sum;
  });
}

const sizes = [
  [3, 5, 4],
  [1, 1, 1],
  [9, 300, 2],
  [2, 300, 9],
  [2, 3, 40],
  [40, 3, 2],
];

for (const [n, k, m] of sizes) {
  test.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])(`multiplies ${n} × ${k} × ${m}, transposed: %s, %s`, async (flipA, flipB) => {
    const random = createRandom(n + k + m);
    const [a, b] = [normalTensor([n, k], random), normalTensor([k, m], random)];
    const given = [flipA ? tf.transpose(a) : a, flipB ? tf.transpose(b) : b];
    const found = tf.matMul(given[0], given[1], flipA, flipB);
    expect(found.shape).toEqual([n, m]);
    expectClose(await numbersOf(found), product(await numbersOf(a), await numbersOf(b), n, m));
  });
}

test('multiplies batches of matrices', async () => {
  const random = createRandom(4);
  const [a, b] = [normalTensor([2, 3, 4], random), normalTensor([2, 3, 5], random)];
  const found = await numbersOf(tf.matMul(a, b, true, false)); // [2, 4, 5]
  const part = (x: tf.Tensor, i: number) => tf.squeeze(tf.slice(x, [i, 0, 0], [1, -1, -1]), [0]);
  const second = await numbersOf(tf.matMul(part(a, 1), part(b, 1), true, false));
  expectClose(found.slice(20), second);
});
