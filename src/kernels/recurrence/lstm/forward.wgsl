// One step of a long short-term memory. An invocation takes four units of four sequences,
// and keeps what enters their gates in registers: for each sequence, columns i f g o.

@group(0) @binding(0) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> begins: array<u32>;
@group(0) @binding(3) var<storage, read_write> states: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> cells: array<vec4f>;
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
  var sums = array(inputsOf(at.x, quad), inputsOf(at.y, quad), inputsOf(at.z, quad), inputsOf(at.w, quad));
  if (now.step > 0u) {
    let before = (at - 1u) * QUADS;
    for (var k = 0u; k < QUADS; k++) {
      let a = states[before.x + k];
      let b = states[before.y + k];
      let c = states[before.z + k];
      let d = states[before.w + k];
      for (var gate = 0u; gate < 4u; gate++) {
        let row = (16u * k + gate) * QUADS + quad;
        let weights = mat4x4f(hidden[row], hidden[row + 4u * QUADS], hidden[row + 8u * QUADS], hidden[row + 12u * QUADS]);
        sums[0][gate] += weights * a;
        sums[1][gate] += weights * b;
        sums[2][gate] += weights * c;
        sums[3][gate] += weights * d;
      }
    }
  }
  for (var i = 0u; i < min(4u, now.count - first); i++) {
    open(at[i], quad, sums[i]);
  }
}

/// The position of a sequence at this step; for one that is over, of the last that is not.
fn place(sequence: u32) -> u32 {
  return begins[min(sequence, now.count - 1u)] + now.step;
}

fn inputsOf(position: u32, quad: u32) -> mat4x4f {
  let start = 4u * position * QUADS + quad;
  return mat4x4f(inputs[start], inputs[start + QUADS], inputs[start + 2u * QUADS], inputs[start + 3u * QUADS]);
}

/// Opens the gates: the cell forgets and learns, the state is what it lets out.
fn open(position: u32, quad: u32, sums: mat4x4f) {
  let i = sigmoid(sums[0]);
  let f = sigmoid(sums[1]);
  let g = squash(sums[2]);
  let o = sigmoid(sums[3]);
  let place = position * QUADS + quad;
  var cell = i * g;
  if (now.step > 0u) {
    cell += f * cells[place - QUADS];
  }
  cells[place] = cell;
  states[place] = o * squash(cell);
  let to = 4u * position * QUADS + quad;
  gates[to] = i;
  gates[to + QUADS] = f;
  gates[to + 2u * QUADS] = g;
  gates[to + 3u * QUADS] = o;
}

fn sigmoid(x: vec4f) -> vec4f {
  return 1 / (1 + exp(-x));
}

/// tanh, which some drivers get wrong where it is nearly 1.
fn squash(x: vec4f) -> vec4f {
  return 2 * sigmoid(2 * x) - 1;
}
