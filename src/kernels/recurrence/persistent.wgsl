// What the shaders of whole recurrences share, put before each of them: they declare `sequences`
// and `spans`. A workgroup stays with a sequence, an invocation with a number of the gates,
// whose weights it keeps.

const QUADS = UNITS / 4u; // vectors in a state, and in each gate

fn sigmoid(x: f32) -> f32 {
  return 1 / (1 + exp(-x));
}

/// tanh, which some drivers get wrong where it is nearly 1.
fn squash(x: f32) -> f32 {
  return 2 / (1 + exp(-2 * x)) - 1;
}
