import { expect, test } from 'vitest';
import { gru } from '../../../src/engine/nn/gru';
import { layEndToEnd } from '../../../src/kernels/ragged';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

test.each(hostBackends)('gated units do what their definition says, on %s', async (backend) => {
  expect((await startInNode(backend)).backend).toBe(backend);
  const ragged = layEndToEnd([3, 4], 9);
  await expectGolden('gru', ({ x, input, hidden, inputBias, hiddenBias }) =>
    gru(x, ragged, { input, hidden, inputBias, hiddenBias }),
  );
});
