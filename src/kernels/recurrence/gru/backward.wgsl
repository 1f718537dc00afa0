// The gradient of one step of gated recurrent units, when that of the next is known.
// An invocation takes four units of four sequences.

@group(0) @binding(0) var<storage, read> dStates: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> begins: array<u32>;
@group(0) @binding(3) var<storage, read> gates: array<vec4f>;
@group(0) @binding(4) var<storage, read> states: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> dInputs: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> dSent: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> carried: array<vec4f>; // by sequence, past the gates

struct Now {
  step: u32,
  count: u32, // sequences that are not over
  staying: u32, // and those that have a next step
}
@group(0) @binding(8) var<uniform> now: Now;

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
    let at = vec4u(place(first), place(first + 1u), place(first + 2u), place(first + 3u));
    let next = 3u * QUADS * (at + 1u);
    let row = 12u * quad * QUADS;
    for (var k = 0u; k < 3u * QUADS; k++) {
      let start = row + k;
      let weights = mat4x4f(hidden[start], hidden[start + 3u * QUADS], hidden[start + 6u * QUADS], hidden[start + 9u * QUADS]);
      errors[0] += dSent[next.x + k] * weights;
      errors[1] += dSent[next.y + k] * weights;
      errors[2] += dSent[next.z + k] * weights;
      errors[3] += dSent[next.w + k] * weights;
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

/// Shares the error of a state out to the gates and to the state before.
fn blame(sequence: u32, quad: u32, fromNext: vec4f) {
  let position = begins[sequence] + now.step;
  let place = position * QUADS + quad;
  let start = 4u * position * QUADS + quad;
  let r = gates[start];
  let z = gates[start + QUADS];
  let sent = gates[start + 2u * QUADS];
  let n = gates[start + 3u * QUADS];
  let past = sequence * QUADS + quad;
  var error = dStates[place];
  if (sequence < now.staying) {
    error += fromNext + carried[past];
  }
  var before = vec4f();
  if (now.step > 0u) {
    before = states[place - QUADS];
  }
  carried[past] = error * z;
  let dn = error * (1 - z) * (1 - n * n);
  let dz = error * (before - n) * z * (1 - z);
  let dr = dn * sent * r * (1 - r);
  let to = 3u * position * QUADS + quad;
  dInputs[to] = dr;
  dInputs[to + QUADS] = dz;
  dInputs[to + 2u * QUADS] = dn;
  dSent[to] = dr;
  dSent[to + QUADS] = dz;
  dSent[to + 2u * QUADS] = dn * r;
}
