import { expect, test } from 'vitest';
import { plainHistory } from '../../../../src/engine/data/dataset';
import { sharedNegatives } from '../../../../src/engine/data/negatives';
import { correctionsOf } from '../../../../src/engine/models/sequence/din-batches';
import { hideSome, newestFirst } from '../../../../src/engine/nn/newest-first';
import { createRandom } from '../../../../src/kernels/random';
import { start } from '../../../fixtures/learning';
import { randomDataset } from '../../../fixtures/random-dataset';

test('what was read or chosen stands against nothing; all else does, the first item too', async () => {
  await start('cpu');
  const negatives = sharedNegatives(randomDataset(30, 12));
  const drawn = Int32Array.of(0, 1, 2, 3);
  const histories = newestFirst([plainHistory([2]), plainHistory([0, 1, 3]), plainHistory([])], 5);
  const hidden = hideSome(histories, 1, createRandom(1));
  const corrections = correctionsOf(Int32Array.of(1, 2, 3), drawn, hidden, negatives);
  const [first, ...rest] = (await corrections.array()) as number[][];
  const counts = [first, ...rest].map(([, ...others]) => others.map((x) => x > -1e8));
  expect(counts).toEqual([
    [true, false, false, true],
    [false, false, false, false],
    [true, true, true, false],
  ]);
  const likely = negatives.logProbabilities(drawn);
  expect(first[0]).toBeCloseTo(-likely[1], 5);
  expect(first[1]).toBeCloseTo(-likely[0], 5);
});
