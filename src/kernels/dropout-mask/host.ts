/**
 * Fills `mask` with 0 for a share `rate` of its places and with `1 / (1 - rate)` for
 * the others. What place `i` gets is a hash of `i` and the 32-bit `seed`, so any
 * device can work out any place by itself. Wellons, https://nullprogram.com/blog/2018/07/31/
 */
export function fillMask(mask: Float32Array, seed: number, rate: number): void {
  const kept = 1 / (1 - rate);
  const threshold = Math.round(rate * 2 ** 24);
  for (let i = 0; i < mask.length; i++) {
    let h = (Math.imul(i, 0x9e3779b1) + seed) | 0;
    h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
    h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
    h ^= h >>> 15;
    // The sign of the difference, as 0 or 1: a branch would be guessed wrong too often.
    mask[i] = kept * (1 - (((h >>> 8) - threshold) >>> 31));
  }
}
