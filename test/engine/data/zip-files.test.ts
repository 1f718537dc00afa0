import { expect, test } from 'vitest';
import { openZip } from '../../../src/engine/data/opening/zip';
import { zipFiles } from '../../../src/engine/data/zip-files';

test('what is packed can be opened again, under the same names', async () => {
  const archive = await zipFiles({
    'a.csv': new Blob(['x,y']),
    'b.csv': new Blob(['z'.repeat(999)]),
  });
  const entries = await openZip(new File([archive], 'bundle.zip'));
  expect(entries.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
});
