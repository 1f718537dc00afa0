import { layEndToEnd, type Ragged } from '../../../src/kernels/ragged';
import { setPersistence } from '../../../src/kernels/recurrence/persistence';
import { backends, start } from '../../fixtures/backends';

/** Sequences to try a recurrence on. */
export interface Shape {
  readonly lengths: readonly number[];
  readonly units: number;
  /** Positions in all, where there is a tail. */
  readonly size?: number;
}

export const shapes: Readonly<Record<string, Shape>> = {
  'one sequence': { lengths: [5], units: 4 },
  'one position': { lengths: [1], units: 1 },
  'sequences of different lengths': { lengths: [2, 5, 1, 3, 4], units: 4 },
  'units not in fours': { lengths: [2, 4, 3], units: 3 },
  'lengths of 1': { lengths: [1, 1, 1, 1, 1, 1], units: 2 },
  'empty sequences': { lengths: [0, 3, 0, 0, 1, 0], units: 4 },
  'a long tail': { lengths: [3, 1], units: 4, size: 11 },
  'nothing but a tail': { lengths: [], units: 4, size: 3 },
  'many sequences of equal length': { lengths: Array<number>(9).fill(2), units: 4 },
};

/** A backend that computes a recurrence in one of the ways it has. */
export interface Way {
  readonly name: string;
  begin(): Promise<void>;
}

export const ways: readonly Way[] = backends.flatMap((backend) =>
  backend === 'webgpu'
    ? [wayOn('webgpu, a dispatch a step', false), wayOn('webgpu, one dispatch in all', true)]
    : [{ name: backend, begin: () => start(backend) }],
);

function wayOn(name: string, isPersistent: boolean): Way {
  return {
    name,
    async begin() {
      await start('webgpu');
      setPersistence(isPersistent);
    },
  };
}

export const raggedOf = ({ lengths, size }: Shape): Ragged => layEndToEnd(lengths, size);

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Runs a cell over each sequence: `next` gives the state after `position` from the one
 * before, and is told where sequences begin.
 */
export function overEach(
  { lengths, units, size }: Shape,
  next: (position: number, state: Float64Array, isFirst: boolean) => Float64Array,
): Float64Array {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const states = new Float64Array((size ?? total) * units);
  let position = 0;
  for (const length of lengths) {
    let state = new Float64Array(units);
    for (let t = 0; t < length; t++, position++) {
      state = Float64Array.from(next(position, state, t === 0));
      states.set(state, position * units);
    }
  }
  return states;
}

/** `state · matrix` `[units, width]`, one column. */
export function column(state: Float64Array, matrix: Float64Array, index: number): number {
  const width = matrix.length / state.length;
  return state.reduce((sum, value, j) => sum + value * matrix[j * width + index], 0);
}
