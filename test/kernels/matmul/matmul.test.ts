import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLargestTile } from '../../../src/kernels/matmul/tile';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

interface Sizes {
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
}

/** The product of matrices that lie one after the other. */
function reference(
  batch: number,
  { rows, depth, columns }: Sizes,
  transposeA: boolean,
  transposeB: boolean,
) {
  return (a: Float64Array, b: Float64Array): Float64Array =>
    Float64Array.from({ length: batch * rows * columns }, (_zero, place) => {
      const matrix = Math.floor(place / (rows * columns));
      const [row, column] = [Math.floor(place / columns) % rows, place % columns];
      const [ofA, ofB] = [a, b].map((x) => x.subarray((matrix * x.length) / batch));
      let sum = 0;
      for (let k = 0; k < depth; k++) {
        const left = ofA[transposeA ? k * rows + row : row * depth + k];
        sum += left * ofB[transposeB ? column * depth + k : k * columns + column];
      }
      return sum;
    });
}

const sizes: Record<string, Sizes> = {
  'one number': { rows: 1, depth: 1, columns: 1 },
  'multiples of four': { rows: 12, depth: 8, columns: 20 },
  'odd sizes': { rows: 5, depth: 7, columns: 9 },
  'an odd depth': { rows: 8, depth: 6, columns: 4 },
  'a deep sum': { rows: 3, depth: 519, columns: 2 },
};

const flips = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

const broadcasts: [number[], number[]][] = [
  [
    [4, 3],
    [2, 3, 3, 5],
  ],
  [
    [2, 1, 4, 3],
    [1, 3, 3, 5],
  ],
  [
    [2, 3, 4, 3],
    [2, 1, 3, 5],
  ],
];

describe.each(backends)('a product of matrices on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const [name, { rows, depth, columns }] of Object.entries(sizes)) {
    test.each(flips)(`of ${name}, transposed: %s, %s`, async (transposeA, transposeB) => {
      const random = createRandom(rows + columns);
      await expectAgreement(
        (a, b) => tf.matMul(a, b, transposeA, transposeB),
        reference(1, { rows, depth, columns }, transposeA, transposeB),
        [
          normalTensor(transposeA ? [depth, rows] : [rows, depth], random),
          normalTensor(transposeB ? [columns, depth] : [depth, columns], random),
        ],
        random,
      );
    });
  }

  describe.each([8, 130])('of batches, their sums %i deep', (depth) => {
    test.each(flips)('transposed: %s, %s', async (transposeA, transposeB) => {
      const random = createRandom(6);
      await expectAgreement(
        (a, b) => tf.matMul(a, b, transposeA, transposeB),
        reference(6, { rows: 4, depth, columns: 5 }, transposeA, transposeB),
        [
          normalTensor(transposeA ? [3, 2, depth, 4] : [3, 2, 4, depth], random),
          normalTensor(transposeB ? [3, 2, 5, depth] : [3, 2, depth, 5], random),
        ],
        random,
      );
    });
  });

  // In plain JavaScript the product is still tfjs's, which repeats batches in but one of these ways.
  test.each(backend === 'cpu' ? broadcasts.slice(0, 1) : broadcasts)(
    'of batches %j and %j, repeated',
    async (shapeA, shapeB) => {
      const random = createRandom(7);
      const [a, b] = [normalTensor(shapeA, random), normalTensor(shapeB, random)];
      const [wide, deep] = [tf.zeros([2, 3, 4, 3]), tf.zeros([2, 3, 3, 5])];
      const repeated = tf.matMul(tf.add(a, wide), tf.add(b, deep));
      expect(await numbersOf(tf.matMul(a, b))).toEqual(await numbersOf(repeated));
    },
  );

  const partial = [
    { tile: 8, rows: 1030, depth: 6, columns: 67 },
    { tile: 8, rows: 1032, depth: 8, columns: 68 },
    { tile: 16, rows: 1032, depth: 8, columns: 68 },
  ] as const;
  describe.each(partial)('in tiles not all of which are full: %o', ({ tile, ...shape }) => {
    beforeAll(() => setLargestTile(tile));
    afterAll(() => setLargestTile(8));

    test.each(flips)('transposed: %s, %s', async (transposeA, transposeB) => {
      const random = createRandom(8);
      const { rows, depth, columns } = shape;
      const a = normalTensor(transposeA ? [depth, rows] : [rows, depth], random);
      const b = normalTensor(transposeB ? [columns, depth] : [depth, columns], random);
      const found = await numbersOf(tf.matMul(a, b, transposeA, transposeB));
      const product = reference(1, shape, transposeA, transposeB);
      expectClose(found, product(await numbersOf(a), await numbersOf(b)));
    });
  });

  test('gives the same bits every time', async () => {
    const random = createRandom(9);
    const [a, b] = [normalTensor([700, 9], random), normalTensor([700, 10], random)];
    const first = await numbersOf(tf.matMul(a, b, true, false));
    expect(await numbersOf(tf.matMul(a, b, true, false))).toEqual(first);
  });
});
