import { describe, expect, test } from 'vitest';
import { layerNorm, project } from '../../../src/engine/nn/layers';
import { createRandom } from '../../../src/kernels/random';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

/** `[n, 3] · [3, 2] + [2]` */
function reference(x: Float64Array, weight: Float64Array, bias: Float64Array): Float64Array {
  return Float64Array.from({ length: (x.length / 3) * 2 }, (_zero, place) => {
    const [from, column] = [Math.floor(place / 2) * 3, place % 2];
    const products = [0, 1, 2].map((i) => x[from + i] * weight[i * 2 + column]);
    return products.reduce((sum, product) => sum + product, bias[column]);
  });
}

describe.each(hostBackends)('layers on %s', (backend) => {
  test('a layer norm does what its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    await expectGolden('layer-norm', ({ x, scale, shift }) => layerNorm(x, scale, shift));
  });

  test.each([8, 1])('a projection of %d vectors', async (rows) => {
    await startInNode(backend);
    const random = createRandom(rows);
    const inputs = [[rows, 3], [3, 2], [2]].map((shape) => normalTensor(shape, random));
    await expectAgreement(project, reference, inputs, random);
  });
});
