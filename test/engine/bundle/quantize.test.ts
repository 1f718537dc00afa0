import { expect, test } from 'vitest';
import { dequantize, isQuantized, quantize } from '../../../src/engine/bundle/quantize';
import type { HostTensor } from '../../../src/engine/nn/weights';
import { createRandom } from '../../../src/kernels/random';

const random = createRandom(7);
const [rows, width] = [200, 16];

/** Rows of very different sizes. */
const table: HostTensor = {
  shape: [rows, width],
  values: Float32Array.from(
    { length: rows * width },
    (_zero, at) => random.normal() * 10 ** ((Math.floor(at / width) % 7) - 3),
  ),
};

const rowOf = ({ values }: HostTensor, row: number): Float32Array =>
  values.subarray(row * width, (row + 1) * width);

test('no number moves by more than half a step of its row', () => {
  const { items } = dequantize(quantize({ items: table }));
  expect(items.shape).toEqual([rows, width]);
  for (let row = 0; row < rows; row++) {
    const [before, after] = [rowOf(table, row), rowOf(items, row)];
    const step = Math.max(...before.map(Math.abs)) / 127;
    const farthest = Math.max(...before.map((value, at) => Math.abs(value - after[at])));
    expect(farthest).toBeLessThanOrEqual(step * 0.5001);
  }
});

test('what was quantised before stays as it is', () => {
  const once = dequantize(quantize({ items: table }));
  expect(dequantize(quantize(once))).toEqual(once);
});

test('the largest number of a row is kept, and a row of zeros', () => {
  const values = table.values.slice();
  values.fill(0, 0, width);
  const { items } = dequantize(quantize({ items: { ...table, values } }));
  expect(rowOf(items, 0).every((value) => value === 0)).toBe(true);
  const largest = (row: Float32Array): number => Math.max(...row.map(Math.abs));
  expect(largest(rowOf(items, 5))).toBeCloseTo(largest(rowOf(table, 5)), 5);
});

test('a table takes a byte for each number, and four for each row', () => {
  const tensors = Object.values(quantize({ items: table }));
  const bytes = tensors.reduce((sum, { values }) => sum + values.byteLength, 0);
  expect(bytes).toBe(rows * width + 4 * rows);
});

test.each<[string, HostTensor]>([
  ['a vector', { shape: [2048], values: table.values.subarray(0, 2048) }],
  ['a small table', { shape: [10, 16], values: table.values.subarray(0, 160) }],
  ['a narrow one', { shape: [800, 4], values: table.values }],
  ['places of items', { shape: [rows, width], values: table.values.map((_x, at) => at % rows) }],
])('%s stays in float32', (_what, tensor) => {
  expect(isQuantized(tensor)).toBe(false);
  expect(dequantize(quantize({ tensor }))).toEqual({ tensor });
});

test('a table without its scales is refused by its name', () => {
  const { items } = quantize({ items: table });
  expect(() => dequantize({ items })).toThrow('“items” is neither in float32 nor in int8');
});
