import { expect, test } from 'vitest';
import { lstm } from '../../../src/engine/nn/lstm';
import { expectGolden } from '../../fixtures/golden';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

test.each(hostBackends)('an LSTM does what its definition says, on %s', async (backend) => {
  expect((await startInNode(backend)).backend).toBe(backend);
  await expectGolden('lstm', ({ x, input, hidden, bias }, { isReal }) =>
    lstm(x, isReal, { input, hidden, bias }),
  );
});
