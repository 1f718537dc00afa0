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
