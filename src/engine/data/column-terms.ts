import { toLists } from '../../kernels/lists';
import { parseNumber } from './reading/cells';
import type { Column } from './side';
import { indexTerms, type Terms } from './terms';

/** Different numbers of which each is a value of its own; more are put into buckets. */
const mostNumbers = 24;
const buckets = 16;

/** What a column says of each row: numbers in buckets, cells as `a|b` as several values. */
export function columnTerms({ values, cells }: Column): Terms {
  const numbers = values.map(parseNumber);
  const numeric = numbers.filter((number) => !Number.isNaN(number)).length;
  if (numeric > 0.9 * values.length && values.length > mostNumbers) {
    return bucketTerms(Float64Array.from(cells, (cell) => numbers[cell] ?? NaN));
  }
  const several = values.filter((value) => value.includes('|')).length;
  return several > 0.2 * values.length
    ? indexTerms(Array.from(cells, (cell) => values[cell]?.split('|') ?? []))
    : singleTerms(values.length, cells);
}

/** One of `size` values for each row, none where it is -1. */
export function singleTerms(size: number, cells: Int32Array): Terms {
  const offsets = new Int32Array(cells.length + 1);
  cells.forEach((cell, row) => (offsets[row + 1] = offsets[row] + Number(cell >= 0)));
  return { size, lists: { offsets, indices: cells.filter((cell) => cell >= 0) } };
}

/** The bucket of each number, none where it is NaN; the buckets hold about equally many. */
export function bucketTerms(numbers: Float64Array | Float32Array): Terms {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
  const bounds = Array.from({ length: buckets - 1 }, (_zero, i) => {
    return sorted[Math.floor(((i + 1) * sorted.length) / buckets)];
  });
  const starts = [...new Set(bounds)].filter((bound) => bound > sorted[0]);
  const bucketOf = (number: number): number => starts.filter((start) => start <= number).length;
  const cells = Int32Array.from(numbers, (n) => (Number.isNaN(n) ? -1 : bucketOf(n)));
  return singleTerms(starts.length + 1, cells);
}

/** At most the first `most` terms of each row. */
export function firstTerms({ size, lists: { offsets, indices } }: Terms, most: number): Terms {
  const rows = Array.from({ length: offsets.length - 1 }, (_zero, row) =>
    indices.subarray(offsets[row], Math.min(offsets[row + 1], offsets[row] + most)),
  );
  return { size, lists: toLists(rows) };
}
