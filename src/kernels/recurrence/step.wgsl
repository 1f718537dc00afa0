// What the shaders of one step share, put before each of them: they declare `spans` and
// `now`. An invocation takes four units of eight sequences: four and four more, whose
// numbers are the columns of matrices, kept in registers.

const QUADS = UNITS / 4u; // vectors in a state, and in each gate

struct Now {
  step: u32,
  count: u32, // sequences that are not over
  staying: u32, // and those that have a next step
}

/// The positions of four of `count` sequences; past the last one, its position.
fn positionsOf(first: u32, count: u32) -> vec4u {
  let sequences = min(first + vec4u(0, 1, 2, 3), vec4u(count - 1u));
  let begin = vec4u(spans[sequences.x].x, spans[sequences.y].x, spans[sequences.z].x, spans[sequences.w].x);
  return begin + now.step;
}

fn sigmoid(x: vec4f) -> vec4f {
  return 1 / (1 + exp(-x));
}

/// tanh, which some drivers get wrong where it is nearly 1.
fn squash(x: vec4f) -> vec4f {
  return 2 / (1 + exp(-2 * x)) - 1;
}
