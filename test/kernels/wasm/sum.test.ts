import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { builds, openWorkbench } from '../../fixtures/routines';
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

describe.each(builds)('the %s build', (_name, bytes) => {
  const shapes = [
    [1, 1],
    [7, 3],
    [8, 4],
    [21, 5],
    [5, 64],
  ];

  test.each(shapes)('sums %d rows of %d', async (rows, width) => {
    const random = createRandom(rows);
    const { routines, put } = await openWorkbench(bytes);
    const x = put(Array.from({ length: rows * width }, () => random.normal()));
    const sums = put(new Float32Array(width));
    routines.sumRows(sums.address, x.address, rows, width);
    const expected = Float64Array.from({ length: width }, (_zero, column) =>
      x.numbers.reduce((sum, value, place) => sum + (place % width === column ? value : 0), 0),
    );
    expectClose(Float64Array.from(sums.numbers), expected);
  });
});
