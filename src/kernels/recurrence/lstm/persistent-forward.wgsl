// A long short-term memory over all steps.

@group(0) @binding(0) var<storage, read> inputs: array<f32>;
@group(0) @binding(1) var<storage, read> hidden: array<f32>;
@group(0) @binding(2) var<storage, read> spans: array<vec2u>;
@group(0) @binding(3) var<storage, read_write> states: array<f32>;
@group(0) @binding(4) var<storage, read_write> cells: array<f32>;
@group(0) @binding(5) var<storage, read_write> gates: array<f32>;
@group(0) @binding(6) var<uniform> sequences: u32;

var<workgroup> state: array<f32, UNITS>;
var<workgroup> open: array<f32, WIDTH>; // the gates

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
  let hasTanh = column / UNITS == 2u;
  let hasUnit = column < UNITS;
  var weights: array<vec4f, QUADS>;
  for (var k = 0u; k < QUADS; k++) {
    let row = 4u * k * WIDTH + column;
    weights[k] = vec4f(hidden[row], hidden[row + WIDTH], hidden[row + 2u * WIDTH], hidden[row + 3u * WIDTH]);
  }
  var cell = 0f;
  if (hasUnit) {
    state[column] = 0;
  }
  for (var t = 0u; t < span.y; t++) {
    let position = span.x + t;
    let entered = inputs[position * WIDTH + column];
    workgroupBarrier(); // until the state is complete
    var sent = vec4f();
    for (var k = 0u; k < QUADS; k++) {
      sent += weights[k] * vec4f(state[4u * k], state[4u * k + 1u], state[4u * k + 2u], state[4u * k + 3u]);
    }
    let sum = entered + (sent.x + sent.y) + (sent.z + sent.w);
    let gate = select(sigmoid(sum), squash(sum), hasTanh);
    open[column] = gate;
    gates[position * WIDTH + column] = gate;
    workgroupBarrier(); // until all gates are open
    if (hasUnit) {
      cell = open[UNITS + column] * cell + open[column] * open[2u * UNITS + column];
      let shown = open[3u * UNITS + column] * squash(cell);
      state[column] = shown;
      cells[position * UNITS + column] = cell;
      states[position * UNITS + column] = shown;
    }
  }
}
