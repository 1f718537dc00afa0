import { beforeAll, describe, expect, test } from 'vitest';
import { compareNextItem, nextItemLosses } from '../../../src/engine/nn/next-item';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { cycle } from '../../fixtures/cycle';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const train = cycle();
const batch = {
  size: 2,
  users: Int32Array.of(0),
  lengths: Int32Array.of(2),
  items: Int32Array.of(0, 7),
  times: new Float64Array(2),
  targets: Int32Array.of(7, 14),
};
const batches = { negatives: 16, calibration: 0.75 };

/** The loss where what comes next scores `height`, and all else 0; the tail must not count. */
async function lossAt(loss: string, height: number, tail = 0): Promise<number> {
  const lossOf = compareNextItem(train, { ...batches, loss });
  const scores = (target: number): number[] =>
    Array.from({ length: 24 }, (_zero, item) => (item === target ? height : 0));
  const states = tf.tensor2d([scores(7), scores(14), new Array<number>(24).fill(tail)]);
  const catalogue = { items: tf.eye(24), bias: tf.zeros([24]) };
  const [value] = await lossOf(states, catalogue, batch, createRandom(3)).data();
  return value;
}

describe.each(nextItemLosses)('%s', (loss) => {
  test('is the smaller, the higher what comes next scores', async () => {
    const losses = [await lossAt(loss, -2), await lossAt(loss, 0), await lossAt(loss, 2)];
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(new Set(losses).size).toBe(3);
  });

  test('does not count the tail', async () => {
    expect(await lossAt(loss, 1, 50)).toBeCloseTo(await lossAt(loss, 1), 6);
  });
});
