/** Bytes of one number, and of the four in a vector. */
export const SIZE = 4;
export const VECTOR = 16;

/** `a b + c`: rounded once where relaxed SIMD makes it one instruction, else twice. */
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** The next four of `left` numbers, and zeros where there are not so many. */
export function loadNext(from: usize, left: i32): v128 {
  if (left >= 4) return v128.load(from);
  let some = v128.load_zero<f32>(from);
  if (left > 1) some = v128.load_lane<f32>(from, some, 1, SIZE);
  if (left > 2) some = v128.load_lane<f32>(from, some, 2, 2 * SIZE);
  return some;
}

/** Stores the next four of `left` numbers, or as many as these are. */
export function storeNext(to: usize, next: v128, left: i32): void {
  if (left >= 4) {
    v128.store(to, next);
    return;
  }
  v128.store_lane<f32>(to, next, 0);
  if (left > 1) v128.store_lane<f32>(to, next, 1, SIZE);
  if (left > 2) v128.store_lane<f32>(to, next, 2, 2 * SIZE);
}

/** The sum of four numbers. */
export function sumOf(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** The largest of four numbers. */
export function maxOf(x: v128): f32 {
  const pairs = f32x4.pmax(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return max(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}
