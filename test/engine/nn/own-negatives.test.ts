import { beforeAll, expect, test } from 'vitest';
import {
  binaryCrossEntropy,
  ownNegativeLoss,
  pairwise,
} from '../../../src/engine/nn/own-negatives';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { datasetOf } from '../../fixtures/events';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const scores = [0.5, -1, 2, 0.25];
const softplus = (x: number): number => Math.log1p(Math.exp(x));

test.each([
  ['bce', binaryCrossEntropy, (own: number, other: number) => softplus(-own) + 2 * softplus(other)],
  ['bpr', pairwise, (own: number, other: number) => 2 * softplus(other - own)],
] as const)(
  '%s compares each position with what its own user did not choose',
  async (_name, compare, pair) => {
    // Of four items, the first user left item 3 alone and the second item 0.
    const train = datasetOf([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    const batch = {
      size: 3,
      users: Int32Array.of(0, 1),
      lengths: Int32Array.of(2, 1),
      items: Int32Array.of(0, 1, 1),
      targets: Int32Array.of(1, 2, 2),
    };
    const states = tf.tensor2d([[1], [1], [1], [9]]); // the last one is the tail
    const catalogue = { items: tf.tensor2d(scores, [4, 1]), bias: tf.zeros([4]) };
    const lossOf = ownNegativeLoss(train, 2, compare);
    const [value] = await lossOf(states, catalogue, batch, createRandom(1)).data();
    const between = (own: number, other: number): number => pair(scores[own], scores[other]);
    expect(value).toBeCloseTo((between(1, 3) + between(2, 3) + between(2, 0)) / 3, 5);
  },
);
