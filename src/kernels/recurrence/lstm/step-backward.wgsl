// The gradient of one step of a long short-term memory, when that of the next is known.

@group(0) @binding(0) var<storage, read> dStates: array<vec4f>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> spans: array<vec2u>;
@group(0) @binding(3) var<storage, read> gates: array<vec4f>;
@group(0) @binding(4) var<storage, read> cells: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> dGates: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> dCells: array<vec4f>; // by sequence, of the cell before
@group(0) @binding(7) var<uniform> now: Now;

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
    for (var k = 0u; k < 4u * QUADS; k++) {
      let weights = weightsAt(16u * quad * QUADS + k);
      errors += weights * gradientsAfter(four, k);
      moreErrors += weights * gradientsAfter(more, k);
    }
  }
  blameFour(first, quad, errors);
  blameFour(first + 4u, quad, moreErrors);
}

fn gradientsAfter(positions: vec4u, place: u32) -> mat4x4f {
  let at = 4u * QUADS * (positions + 1u) + place;
  return mat4x4f(dGates[at.x], dGates[at.y], dGates[at.z], dGates[at.w]);
}

/// What four units get back from four places in the gates.
fn weightsAt(place: u32) -> mat4x4f {
  let row = 4u * QUADS;
  return transpose(mat4x4f(hidden[place], hidden[place + row], hidden[place + 2u * row], hidden[place + 3u * row]));
}

fn blameFour(first: u32, quad: u32, errors: mat4x4f) {
  for (var n = 0u; n < 4u && first + n < now.count; n++) {
    blame(first + n, quad, errors[n]);
  }
}

/// Shares the error of a state out to the gates and to the cell before.
fn blame(sequence: u32, quad: u32, fromAfter: vec4f) {
  let position = spans[sequence].x + now.step;
  let place = position * QUADS + quad;
  let to = 4u * position * QUADS + quad;
  let i = gates[to];
  let f = gates[to + QUADS];
  let g = gates[to + 2u * QUADS];
  let o = gates[to + 3u * QUADS];
  let carried = sequence * QUADS + quad;
  let shown = squash(cells[place]);
  var error = dStates[place];
  var dCell = vec4f();
  if (sequence < now.staying) {
    error += fromAfter;
    dCell = dCells[carried];
  }
  dCell += error * o * (1 - shown * shown);
  var before = vec4f();
  if (now.step > 0u) {
    before = cells[place - QUADS];
  }
  dCells[carried] = dCell * f;
  dGates[to] = dCell * g * i * (1 - i);
  dGates[to + QUADS] = dCell * before * f * (1 - f);
  dGates[to + 2u * QUADS] = dCell * i * (1 - g * g);
  dGates[to + 3u * QUADS] = error * shown * o * (1 - o);
}
