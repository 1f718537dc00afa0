import { madd } from './simd';

const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;
const ROOT_HALF: f32 = 0.70710678;
const MANTISSA: i32 = 0x7fffff;
const ONE_HALF: i32 = 0x3f000000;

/**
 * The natural logarithm of four numbers of full precision, none below 2^-126: the polynomial
 * of Moshier's Cephes library, https://www.netlib.org/cephes/
 */
export function logOf(x: v128): v128 {
  const one = f32x4.splat(1);
  let power = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126)));
  const half = v128.or(v128.and(x, i32x4.splat(MANTISSA)), i32x4.splat(ONE_HALF)); // [0.5, 1)
  const isLow = f32x4.lt(half, f32x4.splat(ROOT_HALF));
  power = f32x4.sub(power, v128.and(isLow, one));
  const r = f32x4.sub(f32x4.add(half, v128.and(isLow, half)), one);
  let sum = madd(f32x4.splat(7.0376836e-2), r, f32x4.splat(-1.151461e-1));
  sum = madd(sum, r, f32x4.splat(1.1676998e-1));
  sum = madd(sum, r, f32x4.splat(-1.2420141e-1));
  sum = madd(sum, r, f32x4.splat(1.4249323e-1));
  sum = madd(sum, r, f32x4.splat(-1.6668057e-1));
  sum = madd(sum, r, f32x4.splat(2.0000714e-1));
  sum = madd(sum, r, f32x4.splat(-2.4999994e-1));
  sum = madd(sum, r, f32x4.splat(3.3333331e-1));
  const square = f32x4.mul(r, r);
  sum = madd(power, f32x4.splat(LN2_LOW), f32x4.mul(f32x4.mul(sum, r), square));
  sum = madd(f32x4.splat(-0.5), square, sum);
  return madd(power, f32x4.splat(LN2_HIGH), f32x4.add(r, sum));
}

/** The same of one number. */
export function log(x: f32): f32 {
  return f32x4.extract_lane(logOf(f32x4.splat(x)), 0);
}
