import { expect, test } from 'vitest';
import { createTurns } from '../../src/kernels/turns';

test('a long loop lets in what waits', async () => {
  const turn = createTurns();
  let heard = false;
  setTimeout(() => (heard = true));
  const begun = performance.now();
  while (performance.now() - begun < 60);
  await turn();
  expect(heard).toBe(true);
});
