import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { builds, openWorkbench } from '../../fixtures/routines';
import { startInNode } from '../../fixtures/start-backend';

beforeAll(async () => void (await startInNode('wasm')));

/** `[n, k] · [k, m]` by definition. */
function product(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  const k = a.length / n;
  return Float64Array.from({ length: n * m }, (_zero, place) => {
    const [row, column] = [Math.floor(place / m), place % m];
    let sum = 0;
    for (let i = 0; i < k; i++) sum += a[row * k + i] * b[i * m + column];
    return sum;
  });
}

const flips = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
];

/** Around the sizes of tiles (4 by 8) and of blocks (128, 256, 512). */
const sizes = [
  [1, 1, 1],
  [3, 5, 4],
  [4, 8, 8],
  [9, 300, 2],
  [2, 3, 40],
  [1, 257, 9],
  [13, 1, 17],
  [130, 260, 521],
];

for (const [n, k, m] of sizes) {
  test.each(flips)(`multiplies ${n} × ${k} × ${m}, transposed: %s, %s`, async (flipA, flipB) => {
    const random = createRandom(n + k + m);
    const [a, b] = [normalTensor([n, k], random), normalTensor([k, m], random)];
    const given = [flipA ? tf.transpose(a) : a, flipB ? tf.transpose(b) : b];
    const found = tf.matMul(given[0], given[1], flipA, flipB);
    expect(found.shape).toEqual([n, m]);
    expectClose(await numbersOf(found), product(await numbersOf(a), await numbersOf(b), n, m));
  });
}

test('repeats matrices where one batch is larger', async () => {
  const random = createRandom(4);
  const [a, b] = [normalTensor([2, 1, 4, 3], random), normalTensor([3, 4, 5], random)];
  const found = tf.matMul(a, b, true, false);
  expect(found.shape).toEqual([2, 3, 3, 5]);
  const [left, right] = [tf.unstack(a), tf.unstack(b)];
  const each = left.flatMap((x) => right.map((y) => tf.matMul(tf.squeeze(x, [0]), y, true, false)));
  expectClose(await numbersOf(found), await numbersOf(tf.stack(each)));
});

test.each(builds)('the %s build multiplies parts, and adds', async (_name, bytes) => {
  const random = createRandom(5);
  const [n, k, m] = [5, 6, 11];
  const { routines, put, scratch } = await openWorkbench(bytes);
  /** Each matrix has a column more than is used. */
  const [a, b, out] = [n * (k + 1), k * (m + 1), n * (m + 1)].map((size) =>
    put(Array.from({ length: size }, () => random.normal())),
  );
  const expected = Float64Array.from(out.numbers);
  product(used(a.numbers, k), used(b.numbers, m), n, m).forEach((value, place) => {
    expected[Math.floor(place / m) * (m + 1) + (place % m)] += value;
  });
  const [left, right] = [[a.address, k + 1, false] as const, [b.address, m + 1, false] as const];
  routines.multiply(out.address, m + 1, ...left, ...right, n, k, m, true, scratch);
  expectClose(Float64Array.from(out.numbers), expected);
});

/** All but the last of each `columns + 1` numbers. */
function used(numbers: Float32Array, columns: number): Float64Array {
  return Float64Array.from(numbers.filter((_number, place) => place % (columns + 1) < columns));
}

test.each(builds)('the %s build has no memory of its own', async (_name, bytes) => {
  const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
  expect(imports).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  expect(sectionsOf(bytes)).not.toContain(11); // data
  expect(sectionsOf(bytes)).not.toContain(8); // what runs at the start
});

/** The ids of the sections of a module. */
function sectionsOf(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < bytes.length;) {
    ids.push(bytes[at++]);
    let [size, shift] = [0, 0];
    do {
      size |= (bytes[at] & 127) << shift;
      shift += 7;
    } while (bytes[at++] & 128);
    at += size;
  }
  return ids;
}
