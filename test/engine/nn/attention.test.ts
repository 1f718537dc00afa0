import { describe, expect, test } from 'vitest';
import { causalAttention } from '../../../src/engine/nn/attention';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { normalTensor, numbersOf } from '../../fixtures/agreement';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

const random = createRandom(21);
const matrices = () => {
  const [query, key, value, output] = [1, 2, 3, 4].map(() => normalTensor([4, 4], random));
  return { query, key, value, output };
};

describe.each(hostBackends)('a block of attention on %s', (backend) => {
  test('does what its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    await expectGolden('attention', ({ x, ...weights }, { isReal }) => {
      const { query, key, value, output } = weights;
      const options = { heads: 2, dropout: null };
      const seen = causalAttention(x, isReal, { query, key, value, output }, options);
      return tf.mul(seen, tf.expandDims(isReal, 2));
    });
  });

  test('does not see the future, nor padding', async () => {
    await startInNode(backend);
    const weights = matrices();
    const x = normalTensor([1, 4, 4], random);
    const elsewhere = tf.tensor([9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9], [1, 4, 4]);
    const isReal = tf.tensor([0, 1, 1, 1], [1, 4]);
    const see = async (given: tf.Tensor) =>
      (await numbersOf(causalAttention(given, isReal, weights, { heads: 1, dropout: null }))).slice(
        4,
        12,
      );
    expect(await see(tf.add(x, elsewhere))).toEqual(await see(x));
  });

  test('drops at random, the same for the same stream', async () => {
    await startInNode(backend);
    const [weights, x, isReal] = [matrices(), normalTensor([2, 6, 4], random), tf.ones([2, 6])];
    const see = (seed: number) => {
      const dropout = { rate: 0.5, random: createRandom(seed) };
      return numbersOf(causalAttention(x, isReal, weights, { heads: 2, dropout }));
    };
    expect(await see(1)).toEqual(await see(1));
    expect(await see(1)).not.toEqual(await see(2));
  });
});
