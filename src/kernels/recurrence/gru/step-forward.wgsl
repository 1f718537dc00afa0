// One step of gated recurrent units.

@group(0) @binding(0) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> bias: array<vec4f>;
@group(0) @binding(3) var<storage, read> spans: array<vec2u>;
@group(0) @binding(4) var<storage, read_write> states: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> gates: array<vec4f>;
@group(0) @binding(6) var<uniform> now: Now;

@compute @workgroup_size(GROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * GROUP + id.x;
  let quad = index % QUADS;
  let first = index / QUADS * 8u;
  if (first >= now.count) {
    return;
  }
  let four = positionsOf(first, now.count);
  let more = positionsOf(first + 4u, now.count);
  var r = biasAt(quad); // what the states send to each gate
  var z = biasAt(quad + QUADS);
  var n = biasAt(quad + 2u * QUADS);
  var moreR = r;
  var moreZ = z;
  var moreN = n;
  if (now.step > 0u) {
    for (var k = 0u; k < QUADS; k++) {
      let sent = statesBefore(four, k);
      let moreSent = statesBefore(more, k);
      let row = 12u * k * QUADS + quad;
      let toR = weightsAt(row);
      r += toR * sent;
      moreR += toR * moreSent;
      let toZ = weightsAt(row + QUADS);
      z += toZ * sent;
      moreZ += toZ * moreSent;
      let toN = weightsAt(row + 2u * QUADS);
      n += toN * sent;
      moreN += toN * moreSent;
    }
  }
  openFour(first, four, quad, array(r, z, n));
  openFour(first + 4u, more, quad, array(moreR, moreZ, moreN));
}

/// The same for four sequences.
fn biasAt(place: u32) -> mat4x4f {
  return mat4x4f(bias[place], bias[place], bias[place], bias[place]);
}

fn statesBefore(positions: vec4u, place: u32) -> mat4x4f {
  let at = QUADS * (positions - 1u) + place;
  return mat4x4f(states[at.x], states[at.y], states[at.z], states[at.w]);
}

/// What four units send to four.
fn weightsAt(place: u32) -> mat4x4f {
  let row = 3u * QUADS;
  return mat4x4f(hidden[place], hidden[place + row], hidden[place + 2u * row], hidden[place + 3u * row]);
}

fn openFour(first: u32, positions: vec4u, quad: u32, sent: array<mat4x4f, 3>) {
  for (var n = 0u; n < 4u && first + n < now.count; n++) {
    open(positions[n], quad, mat3x4f(sent[0][n], sent[1][n], sent[2][n]));
  }
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
