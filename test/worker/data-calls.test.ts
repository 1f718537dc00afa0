import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { dataCalls } from '../../src/worker/data-calls';
import type { Library } from '../../src/worker/library';
import { randomDataset } from '../fixtures/random-dataset';

test('a newer question of what is kept ends the older one', async () => {
  const dataset = randomDataset(40, 30);
  const library = { dataset: async () => dataset } as unknown as Library;
  const { sizeOfKept } = dataCalls(library);
  const older = sizeOfKept('d', { minValue: null, kCore: 2 });
  const newer = sizeOfKept('d', { minValue: null, kCore: 3 });
  await expect(older).rejects.toMatchObject({ name: 'AbortError' });
  expect((await newer).interactions).toBeGreaterThan(0);
});
