import { describe, expect, test } from 'vitest';
import { bprLoss } from '../../../src/engine/nn/losses';
import { catalogueLoss } from '../../../src/kernels/catalogue-loss/catalogue-loss';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('losses on %s', (backend) => {
  test('a cross-entropy is what its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    await expectGolden('cross-entropy', ({ logits }, { targets, counted }) => {
      const [, count]: number[] = logits.shape;
      const catalogue = { items: tf.eye(count), bias: tf.zeros([count]) };
      const shares = tf.div(counted, tf.sum(counted));
      return catalogueLoss(logits, catalogue, tf.cast(targets, 'int32'), shares);
    });
  });

  test('a pairwise loss is what its definition says', async () => {
    await startInNode(backend);
    const random = createRandom(8);
    await expectAgreement(
      bprLoss,
      (positive, negative) => {
        const losses = positive.map((p, i) => Math.log(1 + Math.exp(negative[i] - p)));
        return Float64Array.of(losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
      },
      [normalTensor([7], random), normalTensor([7], random)],
      random,
    );
  });
});
