/**
 * The two directions along which `rows` `[n, width]` vary most, by power iteration
 * on their covariance, and each row's place along them: `x` and `y`, `[n]` each.
 * Pearson (1901). Time is linear in `n`.
 */
export function principalPlane(
  rows: Float32Array,
  width: number,
): { readonly x: Float32Array; readonly y: Float32Array } {
  const n = rows.length / width;
  const mean = new Float64Array(width);
  rows.forEach((value, i) => (mean[i % width] += value / n));
  const centred = rows.map((value, i) => value - mean[i % width]);
  const covariance = covarianceOf(centred, width);
  const first = leadingDirection(covariance, width, null);
  const second = leadingDirection(covariance, width, first);
  const along = (direction: Float64Array): Float32Array =>
    Float32Array.from({ length: n }, (_zero, row) => {
      let place = 0;
      for (let d = 0; d < width; d++) place += centred[row * width + d] * direction[d];
      return place;
    });
  return { x: along(first), y: along(second) };
}

function covarianceOf(centred: Float32Array, width: number): Float64Array {
  const covariance = new Float64Array(width * width);
  for (let from = 0; from < centred.length; from += width) {
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) {
        covariance[a * width + b] += centred[from + a] * centred[from + b];
      }
    }
  }
  return covariance;
}

/** The leading eigenvector, at right angles to `other` where that is given. */
function leadingDirection(
  covariance: Float64Array,
  width: number,
  other: Float64Array | null,
): Float64Array {
  let direction = Float64Array.from({ length: width }, (_zero, d) => 1 + (d % 7) / 7);
  for (let iteration = 0; iteration < 200; iteration++) {
    const next = direction.map((_value, row) =>
      direction.reduce((sum, value, d) => sum + covariance[row * width + d] * value, 0),
    );
    if (other) subtractAlong(next, other);
    const length = Math.hypot(...next);
    if (length === 0) return next;
    direction = next.map((value) => value / length);
  }
  return direction;
}

function subtractAlong(vector: Float64Array, unit: Float64Array): void {
  const overlap = vector.reduce((sum, value, d) => sum + value * unit[d], 0);
  for (let d = 0; d < vector.length; d++) vector[d] -= overlap * unit[d];
}
