import { describe, expect, test } from 'vitest';
import { attentionOfNewest, selfAttention } from '../../../src/engine/nn/attention';
import { layEndToEnd } from '../../../src/kernels/ragged';
import * as tf from '../../../src/kernels/tensor';
import { createRandom } from '../../../src/kernels/random';
import { normalTensor, numbersOf } from '../../fixtures/agreement';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('self-attention on %s', (backend) => {
  test('does what its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    const options = {
      heads: 2,
      ragged: layEndToEnd([3, 4], 9),
      causal: true,
      turns: null,
      dropout: null,
    };
    await expectGolden('attention', ({ x, input, output }) =>
      selfAttention(x, { input, output }, options),
    );
  });

  test('says what the newest position attends to, as it does', async () => {
    await startInNode(backend);
    const random = createRandom(3);
    const [x, input] = [normalTensor([9, 4], random), normalTensor([4, 12], random)];
    const output = tf.eye(4); // so that what was seen is what comes out
    const ragged = layEndToEnd([6], 9);
    const shares = attentionOfNewest(x, { input }, { heads: 2, ragged, turns: null });
    expect(shares.shape).toEqual([2, 6]);
    const sums = await numbersOf(tf.sum(shares, 1));
    sums.forEach((sum) => expect(sum).toBeCloseTo(1, 5));
    const values = tf.slice(tf.matMul(x, input), [0, 8], [6, 4]);
    const [first, second] = tf.split(values, 2, 1);
    const expected = tf.concat(
      [first, second].map((value, head) => tf.matMul(tf.slice(shares, [head, 0], [1, 6]), value)),
      1,
    );
    const options = { heads: 2, ragged, causal: true, turns: null, dropout: null };
    const seen = tf.slice(selfAttention(x, { input, output }, options), [5, 0], [1, 4]);
    const [own, theirs] = [await numbersOf(expected), await numbersOf(seen)];
    own.forEach((value, i) => expect(value).toBeCloseTo(theirs[i], 5));
  });

  test('drops at random, the same for the same stream', async () => {
    await startInNode(backend);
    const random = createRandom(21);
    const [x, input, output] = [
      [12, 4],
      [4, 12],
      [4, 4],
    ].map((shape) => normalTensor(shape, random));
    const ragged = layEndToEnd([6, 6]);
    const see = (seed: number) => {
      const dropout = { rate: 0.5, random: createRandom(seed) };
      const options = { heads: 2, ragged, causal: true, turns: null, dropout };
      return numbersOf(selfAttention(x, { input, output }, options));
    };
    expect(await see(1)).toEqual(await see(1));
    expect(await see(1)).not.toEqual(await see(2));
  });
});
