// One step of gated recurrent units. An invocation takes four units of four sequences, and
// keeps what the states send to their gates in registers: for each sequence, columns r z n.

@group(0) @binding(0) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> bias: array<vec4f>;
@group(0) @binding(3) var<storage, read> begins: array<u32>;
@group(0) @binding(4) var<storage, read_write> states: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> gates: array<vec4f>;

struct Now {
  step: u32,
  count: u32, // sequences that are not over
}
@group(0) @binding(6) var<uniform> now: Now;

const QUADS = UNITS / 4u; // vectors in a state, and in each gate

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * 64u + id.x;
  let quad = index % QUADS;
  let first = index / QUADS * 4u;
  if (first >= now.count) {
    return;
  }
  let at = vec4u(place(first), place(first + 1u), place(first + 2u), place(first + 3u));
  let alone = mat3x4f(bias[quad], bias[quad + QUADS], bias[quad + 2u * QUADS]);
  var sent = array(alone, alone, alone, alone);
  if (now.step > 0u) {
    let before = (at - 1u) * QUADS;
    for (var k = 0u; k < QUADS; k++) {
      let a = states[before.x + k];
      let b = states[before.y + k];
      let c = states[before.z + k];
      let d = states[before.w + k];
      for (var gate = 0u; gate < 3u; gate++) {
        let row = (12u * k + gate) * QUADS + quad;
        let weights = mat4x4f(hidden[row], hidden[row + 3u * QUADS], hidden[row + 6u * QUADS], hidden[row + 9u * QUADS]);
        sent[0][gate] += weights * a;
        sent[1][gate] += weights * b;
        sent[2][gate] += weights * c;
        sent[3][gate] += weights * d;
      }
    }
  }
  for (var i = 0u; i < min(4u, now.count - first); i++) {
    open(at[i], quad, sent[i]);
  }
}

/// The position of a sequence at this step; for one that is over, of the last that is not.
fn place(sequence: u32) -> u32 {
  return begins[min(sequence, now.count - 1u)] + now.step;
}

/// Opens the gates, and moves the state as far as gate z does not keep it.
fn open(position: u32, quad: u32, sent: mat3x4f) {
  let start = 3u * position * QUADS + quad;
  let r = sigmoid(inputs[start] + sent[0]);
  let z = sigmoid(inputs[start + QUADS] + sent[1]);
  let n = squash(inputs[start + 2u * QUADS] + r * sent[2]);
  let place = position * QUADS + quad;
  var state = (1 - z) * n;
  if (now.step > 0u) {
    state += z * states[place - QUADS];
  }
  states[place] = state;
  let to = 4u * position * QUADS + quad;
  gates[to] = r;
  gates[to + QUADS] = z;
  gates[to + 2u * QUADS] = sent[2];
  gates[to + 3u * QUADS] = n;
}

fn sigmoid(x: vec4f) -> vec4f {
  return 1 / (1 + exp(-x));
}

/// tanh, which some drivers get wrong where it is nearly 1.
fn squash(x: vec4f) -> vec4f {
  return 2 * sigmoid(2 * x) - 1;
}
