import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { startInNode } from '../../fixtures/start-backend';

beforeAll(async () => void (await startInNode('wasm')));

test('sums over two leading axes, and keeps them where asked', async () => {
  const x = normalTensor([2, 5, 3], createRandom(9));
  const numbers = await numbersOf(x);
  const sums = Float64Array.from([0, 1, 2], (column) =>
    numbers.reduce((sum, value, place) => sum + (place % 3 === column ? value : 0), 0),
  );
  expectClose(await numbersOf(tf.sum(x, [0, 1])), sums);
  const kept = tf.sum(x, [0, 1], true);
  expect(kept.shape).toEqual([1, 1, 3]);
  expectClose(await numbersOf(kept), sums);
});
