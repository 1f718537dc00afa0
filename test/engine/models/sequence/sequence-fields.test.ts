import { engine } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sequenceMemory } from '../../../../src/engine/models/sequence/sequence-fields';
import { compareNextItem, nextItemLosses } from '../../../../src/engine/nn/next-item';
import { differentiate } from '../../../../src/kernels/differentiate';
import { createRandom } from '../../../../src/kernels/random';
import * as tf from '../../../../src/kernels/tensor';
import { start } from '../../../fixtures/learning';
import { randomDataset } from '../../../fixtures/random-dataset';

beforeAll(async () => void (await start('wasm')));

const [positions, dim] = [200, 32];
const train = randomDataset(40, 300);
const some = nextItemLosses.filter((loss) => loss !== 'cross-entropy');

/** Bytes that a loss and its slopes take at their peak, with the weights of the items. */
async function peakOf(loss: string, negatives: number): Promise<number> {
  const lossOf = compareNextItem(train, { loss, negatives, calibration: 0.75 });
  const items = Int32Array.from({ length: positions }, (_zero, i) => (i * 7) % train.items.size);
  const [size, users, lengths] = [positions, Int32Array.of(0), Int32Array.of(positions)];
  const times = new Float64Array(positions);
  const batch = { size, users, lengths, items, times, targets: items };
  const before = tf.memory().numBytes;
  const weights = [
    tf.ones([positions, dim]),
    tf.ones([train.items.size, dim]),
    tf.zeros([train.items.size]),
  ];
  const [states, table, bias] = weights;
  const { peakBytes } = await engine().profile(() =>
    tf.tidy(() => {
      const catalogue = { items: table, bias };
      return differentiate(weights, () => lossOf(states, catalogue, batch, createRandom(1))).loss;
    }),
  );
  tf.dispose(weights);
  return peakBytes - before;
}

describe.each(some)('what is told of the memory of %s', (loss) => {
  test.each([16, 256])('holds for %d negatives', async (negatives) => {
    const setting = { dim, batchSize: 1, length: positions, loss, negatives };
    const told = sequenceMemory(train, setting, 0);
    const peak = await peakOf(loss, negatives);
    expect(told / peak).toBeGreaterThan(0.75);
    expect(told / peak).toBeLessThan(1.6);
  });
});
