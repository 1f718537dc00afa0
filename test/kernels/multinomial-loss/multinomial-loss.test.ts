import { beforeAll, describe, expect, test } from 'vitest';
import { toLists } from '../../../src/kernels/lists';
import { multinomialLoss } from '../../../src/kernels/multinomial-loss/multinomial-loss';
import { createRandom, type Random } from '../../../src/kernels/random';
import { toSparse } from '../../../src/kernels/sparse';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

type Rows = readonly (readonly number[])[];

function reference(lists: Rows, counts: Float32Array, columns: number) {
  return (scores: Float64Array): Float64Array => {
    let [loss, entry] = [0, 0];
    for (const [row, list] of lists.entries()) {
      const own = scores.subarray(row * columns, (row + 1) * columns);
      const sum = own.reduce((total, score) => total + Math.exp(score), 0);
      for (const column of list) loss += counts[entry++] * (Math.log(sum) - own[column]);
    }
    return Float64Array.of(loss);
  };
}

/** For each row so many different columns, in random order. */
function choose(lengths: readonly number[], columns: number, random: Random): Rows {
  return lengths.map((length) =>
    Array.from(random.shuffle(Int32Array.from({ length: columns }, (_zero, i) => i))).slice(
      0,
      length,
    ),
  );
}

const shapes = {
  'one of each': { lengths: [1], columns: 1 },
  'rows without any': { lengths: [0, 2, 0], columns: 3 },
  'nothing at all': { lengths: [0, 0], columns: 4 },
  'rows longer than a workgroup': { lengths: [70, 1, 66], columns: 80 },
};

describe.each(backends)('a multinomial loss on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each(Object.entries(shapes))('of %s', async (_name, { lengths, columns }) => {
    const random = createRandom(columns);
    const lists = choose(lengths, columns, random);
    const counts = Float32Array.from(lists.flat(), () => random.uniform());
    const counted = toSparse(toLists(lists), counts);
    await expectAgreement(
      (scores) => multinomialLoss(scores, counted),
      reference(lists, counts, columns),
      [normalTensor([lengths.length, columns], random)],
      random,
    );
  });

  test('is true however far behind what was counted is', async () => {
    const counted = toSparse(toLists([[1]]), Float32Array.of(0.5));
    const loss = multinomialLoss(tf.tensor2d([[2000, -2000, 0]]), counted);
    expect(Array.from(await loss.data())).toEqual([2000]);
  });
});
