import type { Ragged } from '../ragged';

/** How many sequences are not over, by step. */
export type Active = Readonly<Record<number, number>>;

/** The order in which a recurrence takes sequences: at every step, those not yet over come first. */
export interface Schedule {
  /** `[sequences, 2]`: where each begins, and its length; the longest first, empty ones left out. */
  readonly spans: Int32Array;
  readonly active: Active;
}

export function longestFirst({ offsets }: Pick<Ragged, 'offsets'>): Schedule {
  const lengthOf = (sequence: number): number => offsets[sequence + 1] - offsets[sequence];
  const sorted = Array.from({ length: offsets.length - 1 }, (_zero, sequence) => sequence)
    .filter((sequence) => lengthOf(sequence) > 0)
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a - b);
  const active: number[] = [];
  for (let count = sorted.length, step = 0; count > 0; step++) {
    while (count > 0 && lengthOf(sorted[count - 1]) <= step) count--;
    if (count > 0) active.push(count);
  }
  return {
    spans: Int32Array.from(sorted.flatMap((sequence) => [offsets[sequence], lengthOf(sequence)])),
    active: { ...active },
  };
}
