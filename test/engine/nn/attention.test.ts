import { describe, expect, test } from 'vitest';
import { selfAttention } from '../../../src/engine/nn/attention';
import { layEndToEnd } from '../../../src/kernels/ragged';
import { createRandom } from '../../../src/kernels/random';
import { normalTensor, numbersOf } from '../../fixtures/agreement';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('self-attention on %s', (backend) => {
  test('does what its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    const options = { heads: 2, ragged: layEndToEnd([3, 4], 9), causal: true, dropout: null };
    await expectGolden('attention', ({ x, input, output }) =>
      selfAttention(x, { input, output }, options),
    );
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
      const options = { heads: 2, ragged, causal: true, dropout };
      return numbersOf(selfAttention(x, { input, output }, options));
    };
    expect(await see(1)).toEqual(await see(1));
    expect(await see(1)).not.toEqual(await see(2));
  });
});
