import { loadNext, madd, SIZE, storeNext, sumOf, VECTOR } from './simd';
import { clear, sum } from './vectors';

/**
 * `x` `[rows, dim]` brought to mean 0 and variance 1, times `scale`, plus `shift` `[dim]`, in
 * `out`; `moments` `[rows, 2]` are the mean and the inverse deviation of each row.
 */
export function normalize(
  out: usize,
  moments: usize,
  x: usize,
  scale: usize,
  shift: usize,
  rows: i32,
  dim: i32,
  epsilon: f64,
): void {
  for (; rows > 0; rows--) {
    const mean = sum(x, dim) / <f32>dim;
    const squares = center(out, x, mean, dim);
    const inverse = <f32>(1 / sqrt<f64>(squares / <f32>dim + epsilon));
    store<f32>(moments, mean);
    store<f32>(moments, inverse, SIZE);
    stretch(out, inverse, scale, shift, dim);
    out += dim * SIZE;
    x += dim * SIZE;
    moments += 2 * SIZE;
  }
}

/** Distances from the mean, and the sum of their squares. */
function center(out: usize, x: usize, mean: f32, count: i32): f32 {
  let squares = f32x4.splat(0);
  do {
    storeNext(out, f32x4.sub(loadNext(x, count), f32x4.splat(mean)), count);
    const distance = loadNext(out, count); // zeros after the last
    squares = madd(distance, distance, squares);
    out += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
  return sumOf(squares);
}

function stretch(out: usize, factor: f32, scale: usize, shift: usize, count: i32): void {
  do {
    const normal = f32x4.mul(loadNext(out, count), f32x4.splat(factor));
    storeNext(out, madd(normal, loadNext(scale, count), loadNext(shift, count)), count);
    out += VECTOR;
    scale += VECTOR;
    shift += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** The gradients of x, scale and shift from that of the result, `error`: all of them are filled. */
export function normalizeBack(
  dX: usize,
  dScale: usize,
  dShift: usize,
  error: usize,
  x: usize,
  scale: usize,
  moments: usize,
  rows: i32,
  dim: i32,
): void {
  clear(dScale, dim);
  clear(dShift, dim);
  for (; rows > 0; rows--) {
    backRow(dX, dScale, dShift, error, x, scale, load<f32>(moments), load<f32>(moments, SIZE), dim);
    dX += dim * SIZE;
    error += dim * SIZE;
    x += dim * SIZE;
    moments += 2 * SIZE;
  }
}

function backRow(
  dX: usize,
  dScale: usize,
  dShift: usize,
  error: usize,
  x: usize,
  scale: usize,
  mean: f32,
  inverse: f32,
  dim: i32,
): void {
  const factor = f32x4.splat(inverse);
  const offset = f32x4.splat(-mean * inverse);
  let total = f32x4.splat(0);
  let slope = f32x4.splat(0);
  let i = 0;
  do {
    const at = i * SIZE;
    const left = dim - i;
    const e = loadNext(error + at, left);
    const normal = madd(loadNext(x + at, left), factor, offset);
    const weighted = f32x4.mul(e, loadNext(scale + at, left));
    storeNext(dShift + at, f32x4.add(loadNext(dShift + at, left), e), left);
    storeNext(dScale + at, madd(e, normal, loadNext(dScale + at, left)), left);
    total = f32x4.add(total, weighted);
    slope = madd(weighted, normal, slope);
    i += 4;
  } while (i < dim);
  const meanTotal = f32x4.splat(-sumOf(total) / <f32>dim);
  const meanSlope = f32x4.splat(-sumOf(slope) / <f32>dim);
  i = 0;
  do {
    const at = i * SIZE;
    const left = dim - i;
    const normal = madd(loadNext(x + at, left), factor, offset);
    const weighted = madd(loadNext(error + at, left), loadNext(scale + at, left), meanTotal);
    storeNext(dX + at, f32x4.mul(factor, madd(normal, meanSlope, weighted)), left);
    i += 4;
  } while (i < dim);
}
