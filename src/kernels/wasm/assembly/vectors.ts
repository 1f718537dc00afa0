import { loadNext, madd, maxOf, SIZE, storeNext, sumOf, VECTOR } from './simd';

/** The sum of `count` numbers. */
export function sum(x: usize, count: i32): f32 {
  let total = f32x4.splat(0);
  do {
    total = f32x4.add(total, loadNext(x, count));
    x += VECTOR;
    count -= 4;
  } while (count > 0);
  return sumOf(total);
}

/** The sum of the products of `count` numbers: two at once, for one would wait for itself. */
export function dot(a: usize, b: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  let other = f32x4.splat(0);
  for (; count >= 8; count -= 8) {
    sum = madd(v128.load(a), v128.load(b), sum);
    other = madd(v128.load(a, VECTOR), v128.load(b, VECTOR), other);
    a += 2 * VECTOR;
    b += 2 * VECTOR;
  }
  for (; count > 0; count -= 4) {
    sum = madd(loadNext(a, count), loadNext(b, count), sum);
    a += VECTOR;
    b += VECTOR;
  }
  return sumOf(f32x4.add(sum, other));
}

/** The largest of `count` numbers. */
export function largest(x: usize, count: i32): f32 {
  let most = f32x4.splat(-Infinity);
  let other = most;
  for (; count >= 8; count -= 8) {
    most = f32x4.pmax(v128.load(x), most);
    other = f32x4.pmax(v128.load(x, VECTOR), other);
    x += 2 * VECTOR;
  }
  let result = maxOf(f32x4.pmax(most, other));
  for (; count > 0; count--) {
    result = max(result, load<f32>(x));
    x += SIZE;
  }
  return result;
}

/** Sets `count` numbers to 0: few at a time, for which engines' own way is slow. */
export function clear(x: usize, count: i32): void {
  for (; count > 0; count -= 4) {
    storeNext(x, f32x4.splat(0), count);
    x += VECTOR;
  }
}

/** Adds the `count` numbers at `x` to those at `sums`. */
export function add(sums: usize, x: usize, count: i32): void {
  do {
    storeNext(sums, f32x4.add(loadNext(sums, count), loadNext(x, count)), count);
    sums += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** Adds the `count` numbers at `x`, times `factor`, to those at `sums`. */
export function addScaled(sums: usize, x: usize, factor: f32, count: i32): void {
  const factors = f32x4.splat(factor);
  do {
    storeNext(sums, madd(factors, loadNext(x, count), loadNext(sums, count)), count);
    sums += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** Multiplies `count` numbers by `factor`. */
export function scale(x: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  do {
    storeNext(x, f32x4.mul(loadNext(x, count), factors), count);
    x += VECTOR;
    count -= 4;
  } while (count > 0);
}
