import { describe, expect, test } from 'vitest';
import { attendToFeatures, featureShares } from '../../../src/engine/nn/feature-attention';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

const [time, features, dim] = [4, 3, 5];

describe.each(hostBackends)('attention to features on %s', (backend) => {
  test('is a mean of the features, by how alike they are to what was chosen', async () => {
    await startInNode(backend);
    const random = createRandom(5);
    const reference = (x: Float64Array, y: Float64Array): Float64Array => {
      const out = new Float64Array(time * dim);
      for (let t = 0; t < time; t++) {
        const alike = Array.from({ length: features }, (_zero, j) =>
          Math.exp(
            Array.from({ length: dim }, (_one, d) => x[t * dim + d] * y[j * dim + d]).reduce(
              (a, b) => a + b,
            ),
          ),
        );
        const sum = alike.reduce((a, b) => a + b);
        alike.forEach((one, j) => {
          for (let d = 0; d < dim; d++) out[t * dim + d] += (one / sum) * y[j * dim + d];
        });
      }
      return out;
    };
    const inputs = [normalTensor([time, dim], random), normalTensor([features, dim], random)];
    await expectAgreement(attendToFeatures, reference, inputs, random);
  });

  test('is not what was chosen itself, as it would be if shares weighed that', async () => {
    await startInNode(backend);
    const random = createRandom(6);
    const x = normalTensor([time, dim], random);
    const [some, others] = [1, 2].map(() => normalTensor([features, dim], random));
    const chosen = await numbersOf(x);
    for (const y of [some, others]) {
      const shares = tf.expandDims(featureShares(x, y), 2); // [time, features, 1]
      const misprinted = tf.sum(tf.mul(shares, tf.expandDims(x, 1)), 1);
      (await numbersOf(misprinted)).forEach((value, i) => expect(value).toBeCloseTo(chosen[i], 5));
    }
    const [seen, seenInOthers] = [
      await numbersOf(attendToFeatures(x, some)),
      await numbersOf(attendToFeatures(x, others)),
    ];
    const distance = (a: Float64Array, b: Float64Array): number =>
      a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0);
    expect(distance(seen, chosen)).toBeGreaterThan(1);
    expect(distance(seen, seenInOthers)).toBeGreaterThan(1);
  });
});
