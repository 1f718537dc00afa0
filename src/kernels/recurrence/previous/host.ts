import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../../host';

export function forward(host: Host, [states, starts]: readonly TensorInfo[]): TensorInfo[] {
  const [positions, units]: number[] = states.shape;
  const previous = host.make(states.shape);
  const [from, start, to] = [host.numbers(states), host.integers(starts), host.numbers(previous)];
  to.fill(0);
  for (let position = 0; position < positions; position++) {
    const row = position * units;
    if (start[position] < position) to.set(from.subarray(row - units, row), row);
  }
  return [previous];
}
