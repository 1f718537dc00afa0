/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (Number.isInteger(middle)) return (sorted[middle - 1] + sorted[middle]) / 2;
  return sorted[Math.floor(middle)];
}

type Numbers = ArrayLike<number>;

/**
 * The largest difference between two rows of numbers, relative to the largest number
 * expected: a gradient's small numbers are as uncertain as its large ones. Not a number
 * where one of them is not, infinite where they differ in length.
 */
export function relativeError(found: Numbers, expected: Numbers): number {
  if (found.length !== expected.length) return Infinity;
  let [difference, largest] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    const apart = Math.abs(found[i] - expected[i]);
    if (!(apart <= difference)) difference = apart;
    largest = Math.max(largest, Math.abs(expected[i]));
    if (Number.isNaN(difference)) return NaN;
  }
  return difference === 0 ? 0 : difference / largest;
}

/** What one step must do at least, by the count that its problem documents. */
export interface Work {
  readonly flops: number;
  /** Read and written in the device's memory. */
  readonly bytes: number;
}

/**
 * The time that `work` would take on a device that reaches its ceiling, as a share of
 * the `ms` it took: what binds is the slower of arithmetic and memory.
 */
export function shareOfCeiling(
  work: Work,
  { bandwidth, rate }: { readonly bandwidth: number; readonly rate: number },
  ms: number,
): number {
  const seconds = Math.max(work.flops / (rate * 1e9), work.bytes / (bandwidth * 1e9));
  return (1000 * seconds) / ms;
}
