import { describe, expect, test } from 'vitest';
import { catalogueLoss } from '../../../src/kernels/catalogue-loss/catalogue-loss';
import * as tf from '../../../src/kernels/tensor';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('the loss of the next item on %s', (backend) => {
  test('is the cross-entropy that its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    await expectGolden('cross-entropy', ({ logits }, { targets, counted }) => {
      const [, count]: number[] = logits.shape;
      const catalogue = { items: tf.eye(count), bias: tf.zeros([count]) };
      const shares = tf.div(counted, tf.sum(counted));
      return catalogueLoss(logits, catalogue, tf.cast(targets, 'int32'), shares);
    });
  });
});
