import { engine, type Tensor } from '@tensorflow/tfjs-core';
import { gpuOf } from '../gpu';

/** The numbers of scalars `[]`, in their order. A device is waited for once, and runs nothing for it. */
export async function readScalars(scalars: readonly Tensor[]): Promise<number[]> {
  const { backendName, backend } = engine();
  if (backendName === 'webgpu') return Array.from(await gpuOf(backend).readScalars(scalars));
  const numbers = await Promise.all(scalars.map((scalar) => scalar.data()));
  return numbers.map(([number]) => number);
}
