// What the shaders of attention share: one invocation for each head of each position.

struct Uniforms {
  first: u32, // of the positions that this dispatch is for
  positions: u32, // that it is for
  stride: u32, // of the workgroups' second dimension, in invocations
  seed: u32,
  threshold: u32,
  kept: f32,
  scale: f32,
}

struct Place {
  position: u32,
  head: u32,
  isOutside: bool,
}

fn placeOf(id: vec3<u32>) -> Place {
  let i = id.y * uniforms.stride + id.x;
  let position = uniforms.first + i % uniforms.positions;
  return Place(position, i / uniforms.positions, i >= HEADS * uniforms.positions);
}

const QUERY = 0u;
const KEY = 1u;
const VALUE = 2u;

/// Where in a `[positions, 3, HEADS, COLUMNS]` tensor a vector begins.
fn projectedAt(position: u32, part: u32, head: u32) -> u32 {
  return ((position * 3 + part) * HEADS + head) * COLUMNS;
}

/// Where in a `[positions, HEADS, COLUMNS]` tensor a vector begins.
fn seenAt(position: u32, head: u32) -> u32 {
  return (position * HEADS + head) * COLUMNS;
}

/// What the probability with which a query sees a key is multiplied by.
fn factorOf(query: u32, key: u32, head: u32) -> f32 {
  if (DROPS == 0) { return 1.0; }
  let row = randomBits(uniforms.seed, query * HEADS + head);
  return select(uniforms.kept, 0.0, randomBits(row, key) < uniforms.threshold);
}
