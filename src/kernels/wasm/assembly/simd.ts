/** Bytes of one number, and of the four in a vector. */
export const SIZE = 4;
export const VECTOR = 16;

/** `a b + c`: rounded once where relaxed SIMD makes it one instruction, else twice. */
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
