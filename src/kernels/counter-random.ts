/**
 * Randomness without a state, for kernels: the same for the same key and counter on
 * every device, in any order. `counter-random.wgsl` is the same in WGSL.
 * Jarzynski & Olano (2020), "Hash Functions for GPU Rendering", https://jcgt.org/published/0009/03/02/
 */
export { default as counterRandomShader } from './counter-random.wgsl?raw';

/** 32 random bits, as an unsigned number; `key` and `counter` are taken modulo 2^32. */
export function randomBits(key: number, counter: number): number {
  return scramble(counter + scramble(key));
}

function scramble(word: number): number {
  const state = (Math.imul(word, 747796405) + 2891336453) >>> 0;
  const mixed = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((mixed >>> 22) ^ mixed) >>> 0;
}

/**
 * What `randomBits` must reach for something of probability `share`, `[0, 1]`, not to
 * happen: bits below it are the share.
 */
export function thresholdOf(share: number): number {
  return Math.min(Math.round(share * 2 ** 32), 2 ** 32 - 1);
}
