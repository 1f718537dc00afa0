// Gated recurrent units over all steps.

@group(0) @binding(0) var<storage, read> inputs: array<f32>;
@group(0) @binding(1) var<storage, read> hidden: array<f32>;
@group(0) @binding(2) var<storage, read> bias: array<f32>;
@group(0) @binding(3) var<storage, read> spans: array<vec2u>;
@group(0) @binding(4) var<storage, read_write> states: array<f32>;
@group(0) @binding(5) var<storage, read_write> gates: array<f32>;
@group(0) @binding(6) var<uniform> sequences: u32;

var<workgroup> state: array<f32, UNITS>;
var<workgroup> open: array<f32, WIDTH>; // gates r and z, and what was sent to n

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
  let isForN = column / UNITS == 2u;
  let hasUnit = column < UNITS;
  var weights: array<vec4f, QUADS>;
  for (var k = 0u; k < QUADS; k++) {
    let row = 4u * k * WIDTH + column;
    weights[k] = vec4f(hidden[row], hidden[row + WIDTH], hidden[row + 2u * WIDTH], hidden[row + 3u * WIDTH]);
  }
  var was = 0f;
  if (hasUnit) {
    state[column] = 0;
  }
  for (var t = 0u; t < span.y; t++) {
    let position = span.x + t;
    let entered = inputs[position * WIDTH + column];
    workgroupBarrier(); // until the state is complete
    var sum = vec4f();
    for (var k = 0u; k < QUADS; k++) {
      sum += weights[k] * vec4f(state[4u * k], state[4u * k + 1u], state[4u * k + 2u], state[4u * k + 3u]);
    }
    let sent = bias[column] + (sum.x + sum.y) + (sum.z + sum.w);
    let gate = select(sigmoid(entered + sent), sent, isForN);
    open[column] = gate;
    gates[4u * position * UNITS + column] = gate;
    workgroupBarrier(); // until all gates are open
    if (hasUnit) {
      let z = open[UNITS + column];
      let n = squash(inputs[position * WIDTH + 2u * UNITS + column] + open[column] * open[2u * UNITS + column]);
      was = (1 - z) * n + z * was;
      state[column] = was;
      states[position * UNITS + column] = was;
      gates[(4u * position + 3u) * UNITS + column] = n;
    }
  }
}
