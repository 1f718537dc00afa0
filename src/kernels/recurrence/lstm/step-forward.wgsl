// One step of a long short-term memory.

@group(0) @binding(0) var<storage, read> inputs: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> spans: array<vec2u>;
@group(0) @binding(3) var<storage, read_write> states: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> cells: array<vec4f>;
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
  var i = inputsOf(four, quad);
  var f = inputsOf(four, quad + QUADS);
  var g = inputsOf(four, quad + 2u * QUADS);
  var o = inputsOf(four, quad + 3u * QUADS);
  var moreI = inputsOf(more, quad);
  var moreF = inputsOf(more, quad + QUADS);
  var moreG = inputsOf(more, quad + 2u * QUADS);
  var moreO = inputsOf(more, quad + 3u * QUADS);
  if (now.step > 0u) {
    for (var k = 0u; k < QUADS; k++) {
      let sent = statesBefore(four, k);
      let moreSent = statesBefore(more, k);
      let row = 16u * k * QUADS + quad;
      let toI = weightsAt(row);
      i += toI * sent;
      moreI += toI * moreSent;
      let toF = weightsAt(row + QUADS);
      f += toF * sent;
      moreF += toF * moreSent;
      let toG = weightsAt(row + 2u * QUADS);
      g += toG * sent;
      moreG += toG * moreSent;
      let toO = weightsAt(row + 3u * QUADS);
      o += toO * sent;
      moreO += toO * moreSent;
    }
  }
  openFour(first, four, quad, array(i, f, g, o));
  openFour(first + 4u, more, quad, array(moreI, moreF, moreG, moreO));
}

fn inputsOf(positions: vec4u, place: u32) -> mat4x4f {
  let at = 4u * QUADS * positions + place;
  return mat4x4f(inputs[at.x], inputs[at.y], inputs[at.z], inputs[at.w]);
}

fn statesBefore(positions: vec4u, place: u32) -> mat4x4f {
  let at = QUADS * (positions - 1u) + place;
  return mat4x4f(states[at.x], states[at.y], states[at.z], states[at.w]);
}

/// What four units send to four.
fn weightsAt(place: u32) -> mat4x4f {
  let row = 4u * QUADS;
  return mat4x4f(hidden[place], hidden[place + row], hidden[place + 2u * row], hidden[place + 3u * row]);
}

fn openFour(first: u32, positions: vec4u, quad: u32, sums: array<mat4x4f, 4>) {
  for (var n = 0u; n < 4u && first + n < now.count; n++) {
    open(positions[n], quad, mat4x4f(sums[0][n], sums[1][n], sums[2][n], sums[3][n]));
  }
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
