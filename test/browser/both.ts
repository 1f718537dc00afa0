/** The same computation on the GPU and, in the same page, in plain JavaScript. */
import { expect } from 'vitest';
import { startBackend } from '../../src/kernels/backend';
import { createRandom } from '../../src/kernels/random';
import * as tf from '../../src/kernels/tensor';

/** Starts both; each passes its self-test. */
export async function startBoth(): Promise<void> {
  await startBackend({ preferred: 'cpu', wasmPath: '' });
  await startBackend({ preferred: 'webgpu', wasmPath: '' });
}

/** Does `work` on a backend that has been started. */
export async function on<T>(backend: 'webgpu' | 'cpu', work: () => Promise<T>): Promise<T> {
  await tf.engine().setBackend(backend);
  return work();
}

/** Expects `compute` to give the same rows of numbers on both. */
export async function expectSame(compute: () => Promise<Numbers[]>): Promise<void> {
  const found = await on('webgpu', compute);
  expectAgreement(found, await on('cpu', compute));
}

type Numbers = ArrayLike<number>;

/** Expects rows to differ by no more than a thousandth of the largest number in each. */
export function expectAgreement(found: readonly Numbers[], expected: readonly Numbers[]): void {
  expect(found.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  for (const [i, row] of expected.entries()) {
    const largest = Array.from(row, Math.abs).reduce((a, b) => Math.max(a, b), 1e-6);
    const errors = Array.from(found[i], (value, j) => Math.abs(value - row[j]) / largest);
    expect(errors.filter((error) => !(error < 1e-3))).toEqual([]); // NaN is no agreement
  }
}

/** Normal numbers, the same for the same seed. */
export function normals(shape: readonly number[], seed: number): tf.Tensor {
  const random = createRandom(seed);
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => random.normal()),
    [...shape],
  );
}

/** What `compute` makes, its other tensors freed. */
export function values(compute: () => tf.Tensor[]): Promise<Numbers[]> {
  return read(tf.tidy(compute));
}

async function read(tensors: tf.Tensor[]): Promise<Numbers[]> {
  const numbers = await Promise.all(tensors.map((tensor) => tensor.data()));
  tf.dispose(tensors);
  return numbers;
}
