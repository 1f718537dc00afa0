// The sum of the events' losses, in an order that never varies.

struct Uniforms {
  events: u32,
}

@group(0) @binding(0) var<storage, read> losses: array<f32>;
@group(0) @binding(1) var<storage, read_write> loss: array<f32>;
@group(0) @binding(2) var<uniform> uniforms: Uniforms;

const threads = 64u;
var<workgroup> parts: array<f32, threads>;

@compute @workgroup_size(threads)
fn main(@builtin(local_invocation_id) id: vec3<u32>) {
  var sum = 0.0;
  for (var event = id.x; event < uniforms.events; event += threads) { sum += losses[event]; }
  parts[id.x] = sum;
  workgroupBarrier();
  if (id.x == 0) {
    for (var part = 1u; part < threads; part++) { sum += parts[part]; }
    loss[0] = sum;
  }
}
