// The gradient of one step of gated recurrent units, when that of the next is known.

@group(0) @binding(0) var<storage, read> dStates: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> spans: array<vec2u>;
@group(0) @binding(3) var<storage, read> gates: array<vec4f>;
@group(0) @binding(4) var<storage, read> states: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> dInputs: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> dSent: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> carried: array<vec4f>; // by sequence, past the gates
@group(0) @binding(8) var<uniform> now: Now;

@compute @workgroup_size(GROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * GROUP + id.x;
  let quad = index % QUADS;
  let first = index / QUADS * 8u;
  if (first >= now.count) {
    return;
  }
  var errors = mat4x4f(); // of the states, from the step after
  var moreErrors = mat4x4f();
  if (first < now.staying) {
    let four = positionsOf(first, now.staying);
    let more = positionsOf(first + 4u, now.staying);
    for (var k = 0u; k < 3u * QUADS; k++) {
      let weights = weightsAt(12u * quad * QUADS + k);
      errors += weights * gradientsAfter(four, k);
      moreErrors += weights * gradientsAfter(more, k);
    }
  }
  blameFour(first, quad, errors);
  blameFour(first + 4u, quad, moreErrors);
}

fn gradientsAfter(positions: vec4u, place: u32) -> mat4x4f {
  let at = 3u * QUADS * (positions + 1u) + place;
  return mat4x4f(dSent[at.x], dSent[at.y], dSent[at.z], dSent[at.w]);
}

/// What four units get back from four places in the gates.
fn weightsAt(place: u32) -> mat4x4f {
  let row = 3u * QUADS;
  return transpose(mat4x4f(hidden[place], hidden[place + row], hidden[place + 2u * row], hidden[place + 3u * row]));
}

fn blameFour(first: u32, quad: u32, errors: mat4x4f) {
  for (var n = 0u; n < 4u && first + n < now.count; n++) {
    blame(first + n, quad, errors[n]);
  }
}

/// Shares the error of a state out to the gates and to the state before.
fn blame(sequence: u32, quad: u32, fromAfter: vec4f) {
  let position = spans[sequence].x + now.step;
  let place = position * QUADS + quad;
  let start = 4u * position * QUADS + quad;
  let r = gates[start];
  let z = gates[start + QUADS];
  let sent = gates[start + 2u * QUADS];
  let n = gates[start + 3u * QUADS];
  let past = sequence * QUADS + quad;
  var error = dStates[place];
  if (sequence < now.staying) {
    error += fromAfter + carried[past];
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
