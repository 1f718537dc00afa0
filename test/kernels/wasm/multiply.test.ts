import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { relaxed, simd } from '../../../src/kernels/wasm/assembly/index.ts?assembly';
import { instantiate } from '../../../src/kernels/wasm/routines';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
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

test.each([
  ['plain', simd],
  ['fused', relaxed],
])('the %s build multiplies parts, and adds', async (_name, bytes) => {
  const memory = new WebAssembly.Memory({ initial: 64 });
  const { multiply } = await instantiate(bytes, memory);
  const numbers = new Float32Array(memory.buffer);
  const random = createRandom(5);
  const [n, k, m] = [5, 6, 11];
  const [a, b, out] = [0, 100, 200]; // each with a column more than is used
  for (let i = 0; i < 300; i++) numbers[i] = random.normal();
  const before = Float64Array.from(numbers);
  multiply(4 * out, m + 1, 4 * a, k + 1, false, 4 * b, m + 1, false, n, k, m, true, 2048);
  const used = (from: number, rows: number, columns: number): Float64Array =>
    before.filter((_number, i) => {
      const [row, column] = [Math.floor((i - from) / (columns + 1)), (i - from) % (columns + 1)];
      return row >= 0 && row < rows && column >= 0 && column < columns;
    });
  const expected = product(used(a, n, k), used(b, k, m), n, m);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < m; column++) {
      before[out + row * (m + 1) + column] += expected[row * m + column];
    }
  }
  expectClose(Float64Array.from(numbers.subarray(0, 300)), before.subarray(0, 300));
});

test.each([
  ['plain', simd],
  ['fused', relaxed],
])('the %s build has no memory of its own', async (_name, bytes) => {
  const module = await WebAssembly.compile(bytes);
  expect(WebAssembly.Module.imports(module)).toMatchObject([{ module: 'env', name: 'memory' }]);
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
