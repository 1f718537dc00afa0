// The gradient of gated recurrent units over all steps.

@group(0) @binding(0) var<storage, read> dStates: array<f32>;
@group(0) @binding(1) var<storage, read> hidden: array<vec4f>;
@group(0) @binding(2) var<storage, read> spans: array<vec2u>;
@group(0) @binding(3) var<storage, read> gates: array<f32>;
@group(0) @binding(4) var<storage, read> states: array<f32>;
@group(0) @binding(5) var<storage, read_write> dInputs: array<f32>;
@group(0) @binding(6) var<storage, read_write> dSent: array<f32>;
@group(0) @binding(7) var<uniform> sequences: u32;

var<workgroup> dGate: array<f32, WIDTH>; // of what was sent to the gates of the step after
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
    weights[k] = hidden[(3u * unit + gate) * QUADS + k];
  }
  dGate[column] = 0;
  var carried = 0f; // of the error, past the gates
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
      let start = 4u * position * UNITS + unit;
      let r = gates[start];
      let z = gates[start + UNITS];
      let sent = gates[start + 2u * UNITS];
      let n = gates[start + 3u * UNITS];
      let error = dStates[place] + carried + parts[unit] + parts[unit + UNITS] + parts[unit + 2u * UNITS];
      var before = 0f;
      if (t > 1u) {
        before = states[place - UNITS];
      }
      carried = error * z;
      let dn = error * (1 - z) * (1 - n * n);
      let slopes = vec3f(dn * sent * r * (1 - r), error * (before - n) * z * (1 - z), dn);
      let sentSlopes = vec3f(slopes.xy, dn * r);
      let to = position * WIDTH + unit;
      for (var kind = 0u; kind < 3u; kind++) {
        dGate[unit + kind * UNITS] = sentSlopes[kind];
        dInputs[to + kind * UNITS] = slopes[kind];
        dSent[to + kind * UNITS] = sentSlopes[kind];
      }
    }
  }
}
