import { madd } from './simd';

const LOG2_E: f32 = 1.44269504;
/** ln 2 in two parts, the first of which can be multiplied by any exponent exactly. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;

/** Added to a number below 2^22 it rounds that to an integer, which is then in its lowest bits. */
const ROUNDER: f32 = 12582912;
const ROUNDER_BITS: i32 = 0x4b400000;

/** `exp` of four numbers: 0 and infinity where float32 has nothing smaller or larger. */
export function expOf(x: v128): v128 {
  const within = clamp(x, -104, 89);
  const rounded = madd(within, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
  const value = f32x4.add(exponential(within, rounded), f32x4.splat(1));
  // In two steps, for 2^128 and what lies below 2^-126 have no exponent of their own.
  const power = i32x4.sub(rounded, i32x4.splat(ROUNDER_BITS));
  const half = i32x4.shr_s(power, 1);
  return f32x4.mul(f32x4.mul(value, powerOf2(half)), powerOf2(i32x4.sub(power, half)));
}

/** `1 / (1 + exp(-x))` of four numbers. */
export function sigmoidOf(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, expOf(f32x4.neg(x))));
}

/** `tanh` of four numbers, by `exp(2x) - 1`, of which small numbers lose nothing. */
export function tanhOf(x: v128): v128 {
  const doubled = clamp(f32x4.add(x, x), -20, 20);
  const rounded = madd(doubled, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
  const scale = powerOf2(i32x4.sub(rounded, i32x4.splat(ROUNDER_BITS)));
  const grown = madd(scale, exponential(doubled, rounded), f32x4.sub(scale, f32x4.splat(1)));
  return f32x4.div(grown, f32x4.add(grown, f32x4.splat(2)));
}

/** Between two bounds; what is not a number stays so. */
function clamp(x: v128, low: f32, high: f32): v128 {
  return f32x4.pmin(f32x4.pmax(x, f32x4.splat(low)), f32x4.splat(high));
}

/**
 * `exp(r) - 1` of what rounding left of `x`, at most half of ln 2: the polynomial of
 * Moshier's Cephes library, https://www.netlib.org/cephes/
 */
function exponential(x: v128, rounded: v128): v128 {
  const power = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  let r = madd(power, f32x4.splat(-LN2_HIGH), x);
  r = madd(power, f32x4.splat(-LN2_LOW), r);
  let sum = madd(f32x4.splat(1.9875691e-4), r, f32x4.splat(1.3981999e-3));
  sum = madd(sum, r, f32x4.splat(8.3334519e-3));
  sum = madd(sum, r, f32x4.splat(4.1665796e-2));
  sum = madd(sum, r, f32x4.splat(1.6666665e-1));
  sum = madd(sum, r, f32x4.splat(5.0000001e-1));
  return madd(sum, f32x4.mul(r, r), r);
}

/** 2 to the power of four integers from -126 to 127. */
function powerOf2(power: v128): v128 {
  return i32x4.shl(i32x4.add(power, i32x4.splat(127)), 23);
}

/** The slope of a sigmoid where it has this value. */
export function slopeOfSigmoid(value: v128): v128 {
  return f32x4.sub(value, f32x4.mul(value, value));
}

/** The slope of `tanh` where it has this value. */
export function slopeOfTanh(value: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(value, value));
}
