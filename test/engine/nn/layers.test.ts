import { describe, expect, test } from 'vitest';
import { layerNorm } from '../../../src/engine/nn/layers';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('layers on %s', (backend) => {
  test('a layer norm does what its definition says', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    await expectGolden('layer-norm', ({ x, scale, shift }) => layerNorm(x, { scale, shift }));
  });
});
