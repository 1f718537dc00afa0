import { expect, test } from 'vitest';

test('on a server there is an import, and no element', async () => {
  expect(globalThis).not.toHaveProperty('HTMLElement');
  const { palate, PalateRecs } = await import('../../src/widget');
  expect(PalateRecs.observedAttributes).toContain('src');
  await expect(palate.log({ item: 'a', event: 'view' })).rejects.toMatchObject({
    name: 'EmbedError',
    message: expect.stringContaining('<palate-recs>'),
  });
});
