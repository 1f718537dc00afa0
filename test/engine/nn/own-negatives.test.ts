import { beforeAll, describe, expect, test } from 'vitest';
import {
  binaryCrossEntropy,
  calibrationPower,
  ownNegativeLoss,
  pairwise,
} from '../../../src/engine/nn/own-negatives';
import { differentiate } from '../../../src/kernels/differentiate';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { datasetOf } from '../../fixtures/events';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const [scores, biases] = [
  [0.5, -1, 2, 0.25],
  [0.1, 0, -0.2, 0.3],
];

const scoreOf = (item: number): number => scores[item] + biases[item];
const softplus = (x: number): number => Math.log1p(Math.exp(x));

/** Of so many negatives, the positive one counting `power`. */
const crossEntropy =
  (power: number) =>
  (own: number, other: number): number =>
    power * softplus(-own - Math.log(power / 2)) + 2 * softplus(other + Math.log(power / 2));

test.each([
  ['bce', binaryCrossEntropy(1), crossEntropy(1)],
  ['gbce', binaryCrossEntropy(0.4), crossEntropy(0.4)],
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
      times: new Float64Array(3),
      targets: Int32Array.of(1, 2, 2),
    };
    const states = tf.tensor2d([[1], [1], [1], [9]]); // the last one is the tail
    const catalogue = { items: tf.tensor2d(scores, [4, 1]), bias: tf.tensor1d(biases) };
    const lossOf = ownNegativeLoss(train, 2, compare);
    const [value] = await lossOf(states, catalogue, batch, createRandom(1)).data();
    const between = (own: number, other: number): number => pair(scoreOf(own), scoreOf(other));
    expect(value).toBeCloseTo((between(1, 3) + between(2, 3) + between(2, 0)) / 3, 5);
  },
);

test('calibration is by the power 1 for none, and by the share that is drawn for all', () => {
  expect(calibrationPower(256, 3417, 0)).toBe(1);
  expect(calibrationPower(256, 3417, 1)).toBeCloseTo(256 / 3416, 12);
  expect(calibrationPower(256, 3417, 0.75)).toBeCloseTo(0.25 + (0.75 * 256) / 3416, 12);
  expect(calibrationPower(256, 100, 0.75)).toBe(1);
});

describe('binary cross-entropy', () => {
  const lossOf = (power: number, next: tf.Tensor, others: tf.Tensor): tf.Tensor =>
    tf.sum(binaryCrossEntropy(power)(next, others));

  test('is with one negative what its definition says', async () => {
    const [value] = await lossOf(1, tf.tensor2d([[0.7]]), tf.tensor2d([[-0.2]])).data();
    expect(value).toBeCloseTo(softplus(-0.7) + softplus(-0.2), 6);
  });

  test('does with numbers of 32 bits where scores are large', async () => {
    const [chance, others] = [Math.log(0.4 / 3), tf.tensor2d([[-30, 29, 3]])];
    const [value] = await lossOf(0.4, tf.tensor2d([[30]]), others).data();
    expect(value).toBeCloseTo(29 + chance + softplus(3 + chance), 4);
  });

  test.each([1, 0.3])(
    'where all scores are 0, neither side outweighs the other: power %d',
    async (power) => {
      const [next, others] = [tf.zeros([1, 1]), tf.zeros([1, 256])];
      const { gradients } = differentiate([next, others], () => lossOf(power, next, others));
      const [up, down] = await Promise.all(gradients.map(({ dense }) => tf.sum(dense!).array()));
      expect(Number(up) / power).toBeCloseTo(-256 / (256 + power), 4);
      expect(Number(down) / power).toBeCloseTo(256 / (256 + power), 4);
    },
  );
});
