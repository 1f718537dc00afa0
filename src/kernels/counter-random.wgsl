// Randomness without a state: the same for the same key and counter, in any order.
// Jarzynski & Olano (2020), "Hash Functions for GPU Rendering": pcg_hash.

fn scramble(word: u32) -> u32 {
  let state = word * 747796405u + 2891336453u;
  let mixed = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (mixed >> 22u) ^ mixed;
}

/// 32 random bits.
fn randomBits(key: u32, counter: u32) -> u32 {
  return scramble(counter + scramble(key));
}
