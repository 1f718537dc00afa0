import { beforeAll, describe, test } from 'vitest';
import { layerNorm } from '../../../src/kernels/layer-norm/layer-norm';
import { createRandom } from '../../../src/kernels/random';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

function reference(x: Float64Array, scale: Float64Array, shift: Float64Array): Float64Array {
  const dim = scale.length;
  return x.map((value, place) => {
    const from = place - (place % dim);
    const vector = x.slice(from, from + dim);
    const mean = vector.reduce((sum, v) => sum + v, 0) / dim;
    const variance = vector.reduce((sum, v) => sum + (v - mean) ** 2, 0) / dim;
    return ((value - mean) / Math.sqrt(variance + 1e-8)) * scale[place % dim] + shift[place % dim];
  });
}

describe.each(backends)('a layer norm on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each([[[2, 3, 5]], [[1, 1, 4]], [[4, 6]]])('of %j', async (shape) => {
    const random = createRandom(5);
    const dim = shape.at(-1)!;
    const inputs = [shape, [dim], [dim]].map((size) => normalTensor(size, random));
    await expectAgreement(layerNorm, reference, inputs, random);
  });
});
