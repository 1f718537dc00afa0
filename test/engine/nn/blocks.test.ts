import { beforeAll, expect, test } from 'vitest';
import { scoreInBlocks } from '../../../src/engine/nn/blocks';
import * as tf from '../../../src/kernels/tensor';
import { numbersOf } from '../../fixtures/agreement';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

test.each([
  ['two at a time', { each: 3, most: 7 }, [2, 2, 1]],
  ['one at a time where not even one has room', { each: 9, most: 7 }, [1, 1, 1, 1, 1]],
  ['all at once where there is room', { each: 1, most: 7 }, [5]],
])('users are scored %s, in their order', async (_how, room, expected) => {
  const sizes: number[] = [];
  const scores = scoreInBlocks(5, room, (from, size) => {
    sizes.push(size);
    return tf.tensor2d(
      Array.from({ length: size }, (_zero, i) => from + i),
      [size, 1],
    );
  });
  expect(sizes).toEqual(expected);
  expect(Array.from(await numbersOf(scores))).toEqual([0, 1, 2, 3, 4]);
});
