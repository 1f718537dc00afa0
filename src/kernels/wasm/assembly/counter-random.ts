/** 32 random bits: see `counter-random.ts` of the kernels. */
export function randomBits(key: u32, counter: u32): u32 {
  return scramble(counter + scramble(key));
}

/** What a counter is to be added to, before it is scrambled. */
export function scramble(word: u32): u32 {
  const state = word * 747796405 + 2891336453;
  const mixed = ((state >> ((state >> 28) + 4)) ^ state) * 277803737;
  return (mixed >> 22) ^ mixed;
}

/** Where `scramble` of `word`, `word + 1`, … is below `threshold`: all bits of four numbers, or none. */
export function fourBelow(word: u32, threshold: u32): v128 {
  const words = i32x4.add(i32x4.splat(word), i32x4(0, 1, 2, 3));
  const state = i32x4.add(i32x4.mul(words, i32x4.splat(747796405)), i32x4.splat(<i32>2891336453));
  const mixed = i32x4.mul(v128.xor(shiftByTop(state), state), i32x4.splat(277803737));
  const bits = v128.xor(i32x4.shr_u(mixed, 22), mixed);
  return i32x4.lt_u(bits, i32x4.splat(threshold));
}

/** Each number shifted right by 4 and by what its highest four bits say: bit by bit of these. */
function shiftByTop(state: v128): v128 {
  let shifted = i32x4.shr_u(state, 4);
  shifted = v128.bitselect(i32x4.shr_u(shifted, 8), shifted, i32x4.shr_s(state, 31));
  shifted = shiftIf(shifted, 4, i32x4.shl(state, 1));
  shifted = shiftIf(shifted, 2, i32x4.shl(state, 2));
  return shiftIf(shifted, 1, i32x4.shl(state, 3));
}

/** Shifted right where the highest bit of `sign` is 1. */
function shiftIf(x: v128, bits: i32, sign: v128): v128 {
  return v128.bitselect(i32x4.shr_u(x, bits), x, i32x4.shr_s(sign, 31));
}
