// The gradient of a long short-term memory over all steps.

@group(0) @binding(0) var<storage, read> dStates: array<f32>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> spans: array<vec2u>;
@group(0) @binding(3) var<storage, read> gates: array<f32>;
@group(0) @binding(4) var<storage, read> cells: array<f32>;
@group(0) @binding(5) var<storage, read_write> dGates: array<f32>;
@group(0) @binding(6) var<uniform> sequences: u32;

var<workgroup> dGate: array<f32, WIDTH>; // of the step after
var<workgroup> parts: array<f32, WIDTH>; // of the error of the state, from each gate

@compute @workgroup_size(WIDTH)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) column: u32,
) {
  let sequence = id.y * groups.x + id.x;
  if (sequence >= sequences) {
    return;
  }
  let span = spans[sequence];
  let gate = column / UNITS;
  let unit = column % UNITS;
  var weights: array<vec4f, QUADS>; // what the unit gets back from the gate
  for (var k = 0u; k < QUADS; k++) {
    weights[k] = hidden[(4u * unit + gate) * QUADS + k];
  }
  dGate[column] = 0;
  var dCell = 0f;
  for (var t = span.y; t > 0u; t--) {
    let position = span.x + t - 1u;
    workgroupBarrier(); // until the gradients of the gates are complete
    var back = vec4f();
    for (var k = 0u; k < QUADS; k++) {
      let at = gate * UNITS + 4u * k;
      back += weights[k] * vec4f(dGate[at], dGate[at + 1u], dGate[at + 2u], dGate[at + 3u]);
    }
    parts[column] = (back.x + back.y) + (back.z + back.w);
    workgroupBarrier(); // until all parts of the errors are there
    if (gate == 0u) {
      let place = position * UNITS + unit;
      let to = position * WIDTH + unit;
      let i = gates[to];
      let f = gates[to + UNITS];
      let g = gates[to + 2u * UNITS];
      let o = gates[to + 3u * UNITS];
      let shown = squash(cells[place]);
      let fromAfter = (parts[unit] + parts[unit + UNITS]) + (parts[unit + 2u * UNITS] + parts[unit + 3u * UNITS]);
      let error = dStates[place] + fromAfter;
      dCell += error * o * (1 - shown * shown);
      var before = 0f;
      if (t > 1u) {
        before = cells[place - UNITS];
      }
      let slopes = vec4f(
        dCell * g * i * (1 - i),
        dCell * before * f * (1 - f),
        dCell * i * (1 - g * g),
        error * shown * o * (1 - o),
      );
      dCell *= f;
      for (var kind = 0u; kind < 4u; kind++) {
        dGate[unit + kind * UNITS] = slopes[kind];
        dGates[to + kind * UNITS] = slopes[kind];
      }
    }
  }
}
