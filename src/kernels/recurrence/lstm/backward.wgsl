// The gradient of one step of a long short-term memory, when that of the next is known.
// An invocation takes four units of four sequences.

@group(0) @binding(0) var<storage, read> dStates: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> begins: array<u32>;
@group(0) @binding(3) var<storage, read> gates: array<vec4f>;
@group(0) @binding(4) var<storage, read> cells: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> dGates: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> dCells: array<vec4f>; // by sequence, of the cell before

struct Now {
  step: u32,
  count: u32, // sequences that are not over
  staying: u32, // and those that have a next step
}
@group(0) @binding(7) var<uniform> now: Now;

const QUADS = UNITS / 4u; // vectors in a state, and in each gate

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * 64u + id.x;
  let quad = index % QUADS;
  let first = index / QUADS * 4u;
  if (first >= now.count) {
    return;
  }
  var errors = mat4x4f(); // of the states, a column for each sequence
  if (first < now.staying) {
    let next = 4u * QUADS * (1u + vec4u(place(first), place(first + 1u), place(first + 2u), place(first + 3u)));
    let row = 16u * quad * QUADS;
    for (var k = 0u; k < 4u * QUADS; k++) {
      let start = row + k;
      let weights = mat4x4f(hidden[start], hidden[start + 4u * QUADS], hidden[start + 8u * QUADS], hidden[start + 12u * QUADS]);
      errors[0] += dGates[next.x + k] * weights;
      errors[1] += dGates[next.y + k] * weights;
      errors[2] += dGates[next.z + k] * weights;
      errors[3] += dGates[next.w + k] * weights;
    }
  }
  for (var i = 0u; i < min(4u, now.count - first); i++) {
    blame(first + i, quad, errors[i]);
  }
}

/// The position of a sequence at this step; for one without a next step, of the last with one.
fn place(sequence: u32) -> u32 {
  return begins[min(sequence, now.staying - 1u)] + now.step;
}

/// Shares the error of a state out to the gates and to the cell before.
fn blame(sequence: u32, quad: u32, fromNext: vec4f) {
  let position = begins[sequence] + now.step;
  let place = position * QUADS + quad;
  let to = 4u * position * QUADS + quad;
  let i = gates[to];
  let f = gates[to + QUADS];
  let g = gates[to + 2u * QUADS];
  let o = gates[to + 3u * QUADS];
  let isStaying = sequence < now.staying;
  let error = dStates[place] + select(vec4f(), fromNext, isStaying);
  let seen = squash(cells[place]);
  let carried = sequence * QUADS + quad;
  var dCell = error * o * (1 - seen * seen);
  if (isStaying) {
    dCell += dCells[carried];
  }
  var before = vec4f();
  if (now.step > 0u) {
    before = cells[place - QUADS];
  }
  dCells[carried] = dCell * f;
  dGates[to] = dCell * g * i * (1 - i);
  dGates[to + QUADS] = dCell * before * f * (1 - f);
  dGates[to + 2u * QUADS] = dCell * i * (1 - g * g);
  dGates[to + 3u * QUADS] = error * seen * o * (1 - o);
}

fn squash(x: vec4f) -> vec4f {
  return 2 / (1 + exp(-2 * x)) - 1;
}
