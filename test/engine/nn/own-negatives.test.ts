import { beforeAll, expect, test } from 'vitest';
import {
  binaryCrossEntropy,
  calibrated,
  calibrationPower,
  ownNegativeLoss,
  pairwise,
} from '../../../src/engine/nn/own-negatives';
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

test.each([
  ['bce', binaryCrossEntropy, (own: number, other: number) => softplus(-own) + 2 * softplus(other)],
  ['bpr', pairwise, (own: number, other: number) => 2 * softplus(other - own)],
  [
    'gbce',
    calibrated(0.4),
    (own: number, other: number) => (0.4 * softplus(-own) + 2 * softplus(other)) / 3,
  ],
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

test('numbers of 32 bits do for calibrated scores that are large', async () => {
  const scored = (values: number[][]): tf.Tensor => tf.tensor2d(values);
  const [value] = await calibrated(0.4)(scored([[30]]), scored([[-30, 29, 3]])).data();
  expect(value).toBeCloseTo((29 + softplus(3)) / 4, 4);
});
