/// A number that orders as the score does, equal for equal scores: 0 for what is not finite.
fn keyOf(score: f32) -> u32 {
  let bits = select(bitcast<u32>(score), 0u, score == 0); // there are two zeros
  let key = select(bits | 0x80000000u, ~bits, bits >= 0x80000000u);
  return select(key, 0u, (bits & 0x7f800000u) == 0x7f800000u);
}

/// The same for one of the 32 items of a group, of which `seen` tells which are left out.
fn keyUnseen(score: f32, seen: u32, place: u32) -> u32 {
  return select(keyOf(score), 0u, ((seen >> place) & 1u) == 1u);
}
