import { beforeAll, describe, test } from 'vitest';
import { lookup } from '../../../src/kernels/lookup/lookup';
import { createRandom } from '../../../src/kernels/random';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

const cases: Record<string, { shape: number[]; indices: number[] }> = {
  'repeated rows': { shape: [4, 3], indices: [2, 0, 2, 2] },
  'one row': { shape: [1, 2], indices: [0, 0] },
  numbers: { shape: [5], indices: [4, 4, 1] },
};

describe.each(backends)('a lookup on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { shape, indices }] of Object.entries(cases)) {
    test(`of ${name}`, async () => {
      const random = createRandom(1);
      const width = shape[1] ?? 1;
      await expectAgreement(
        (table) => lookup(table, Int32Array.from(indices)),
        (table) =>
          Float64Array.from(
            indices.flatMap((row) => Array.from(table.slice(row * width, (row + 1) * width))),
          ),
        [normalTensor(shape, random)],
        random,
      );
    });
  }
});
