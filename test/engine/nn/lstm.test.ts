import { expect, test } from 'vitest';
import { lstm } from '../../../src/engine/nn/lstm';
import { layEndToEnd } from '../../../src/kernels/ragged';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

test.each(hostBackends)('an LSTM does what its definition says, on %s', async (backend) => {
  expect((await startInNode(backend)).backend).toBe(backend);
  const ragged = layEndToEnd([3, 4], 9);
  await expectGolden('lstm', ({ x, input, hidden, bias }) =>
    lstm(x, ragged, { input, hidden, bias }),
  );
});
