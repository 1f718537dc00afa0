// The sum of all numbers, in an order that never varies.

struct Uniforms {
  count: u32,
}

@group(0) @binding(0) var<storage, read> numbers: array<f32>;
@group(0) @binding(1) var<storage, read_write> sum: array<f32>;
@group(0) @binding(2) var<uniform> uniforms: Uniforms;

const threads = 64u;
var<workgroup> parts: array<f32, threads>;

@compute @workgroup_size(threads)
fn main(@builtin(local_invocation_id) id: vec3<u32>) {
  var part = 0.0;
  for (var i = id.x; i < uniforms.count; i += threads) { part += numbers[i]; }
  parts[id.x] = part;
  workgroupBarrier();
  if (id.x == 0) {
    for (var i = 1u; i < threads; i++) { part += parts[i]; }
    sum[0] = part;
  }
}
