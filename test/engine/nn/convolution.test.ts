import { beforeAll, expect, test } from 'vitest';
import { convolve, startConvolutions } from '../../../src/engine/nn/convolution';
import { toSequences } from '../../../src/engine/nn/sequence';
import { createRandom } from '../../../src/kernels/random';
import type { Weights } from '../../../src/engine/nn/weights';
import * as tf from '../../../src/kernels/tensor';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const shape = { window: 3, horizontal: 2, vertical: 2, dim: 2 };
const table = [
  [1, -2],
  [0.5, 3],
  [-1, 1],
  [2, 0.25],
];

test('filters see what their definition says, in each window of its own sequence', async () => {
  const weights: Weights = {
    ...startConvolutions(shape, createRandom(2)),
    items: tf.tensor2d(table),
  };
  const lists = [[0, 1, 2, 3], [3]];
  const sequences = toSequences({
    lengths: Int32Array.from(lists, (list) => list.length),
    items: Int32Array.from(lists.flat()),
    times: new Float64Array(5),
  });
  const seen = (await convolve(weights, sequences, shape).array()) as number[][];
  const numbers = async (name: string) => (await weights[name].array()) as number[][];
  const vertical = await numbers('vertical');
  const across = [await numbers('across.1'), await numbers('across.2'), await numbers('across.3')];

  const windows = lists.flatMap((list) =>
    list.map((_item, end) =>
      [end - 2, end - 1, end].map((place) => (place < 0 ? [0, 0] : table[list[place]])),
    ),
  );
  for (const [position, window] of windows.entries()) {
    const summed = [0, 1].flatMap((number) =>
      [0, 1].map((filter) =>
        window.reduce((sum, vector, place) => sum + vector[number] * vertical[place][filter], 0),
      ),
    );
    const most = across.flatMap((filters, i) =>
      [0, 1].map((filter) => {
        const products = Array.from({ length: 3 - i }, (_zero, from) =>
          window
            .slice(from, from + i + 1)
            .flat()
            .reduce((sum, value, row) => sum + value * filters[row][filter], 0),
        );
        return Math.max(0, ...products);
      }),
    );
    [...summed, ...most].forEach((value, i) => expect(seen[position][i]).toBeCloseTo(value, 5));
  }
});
