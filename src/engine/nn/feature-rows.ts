import type { Lists } from '../../kernels/lists';
import { roomFor } from '../../kernels/ragged';
import { toSparsePair, type SparsePair } from '../../kernels/sparse';
import { unknownRow, type Features } from '../data/features';

/** Rows of features that are the same each time, laid out for products with tables of their values. */
export interface FeatureRows {
  /** `[rows, values]`, the shares of the values */
  readonly shares: SparsePair;
  /** … and their squares */
  readonly squares: SparsePair;
}

/** The features of `rows`, of which nothing is known where they are -1; on the device. */
export function featureRows(features: Features, rows: Int32Array): FeatureRows {
  const { lists, shares } = pickRows(features, rows);
  return {
    shares: toSparsePair(lists, shares, features.size),
    squares: toSparsePair(
      lists,
      shares.map((share) => share ** 2),
      features.size,
    ),
  };
}

function pickRows(features: Features, rows: Int32Array): { lists: Lists; shares: Float32Array } {
  const { offsets, indices } = features.lists;
  const unknown = unknownRow(features);
  const picked = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    picked[i + 1] = picked[i] + (row < 0 ? unknown.length : offsets[row + 1] - offsets[row]);
  });
  const values = new Int32Array(picked[rows.length]);
  const shares = new Float32Array(values.length).fill(1);
  rows.forEach((row, i) => {
    if (row < 0) return values.set(unknown, picked[i]);
    values.set(indices.subarray(offsets[row], offsets[row + 1]), picked[i]);
    shares.set(features.shares.subarray(offsets[row], offsets[row + 1]), picked[i]);
  });
  return { lists: { offsets: picked, indices: values }, shares };
}

/** The different ones of `rows`, in the order in which they appear, and the place of each row among them. */
export function distinct(rows: Int32Array): {
  readonly rows: Int32Array;
  readonly places: Int32Array;
} {
  const places = new Map<number, number>();
  const placeOf = rows.map((row) => {
    const place = places.get(row) ?? places.size;
    places.set(row, place);
    return place;
  });
  return { rows: Int32Array.from(places.keys()), places: placeOf };
}

/** The same, and at the end the first of them again, so that devices meet few sizes. */
export function distinctInRoom(rows: Int32Array): ReturnType<typeof distinct> {
  const { rows: exact, places } = distinct(rows);
  const room = new Int32Array(roomFor(exact.length));
  return { rows: room.map((_zero, i) => exact[i % exact.length]), places };
}
