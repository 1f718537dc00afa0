// One step of a whole tensor, in place.

struct Uniforms {
  size: u32, // in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
  rate: f32,
  decay: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
}

@group(0) @binding(0) var<storage, read> gradients: array<number>;
@group(0) @binding(1) var<storage, read_write> weights: array<number>;
@group(0) @binding(2) var<storage, read_write> moments: array<number>; // [MOMENTS, size]
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.size) { return; }
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments[i]; }
  if (MOMENTS > 1) { second = moments[uniforms.size + i]; }
  let after = stepped(weights[i], gradients[i], first, second);
  weights[i] = after.weight;
  if (MOMENTS > 0) { moments[i] = after.first; }
  if (MOMENTS > 1) { moments[uniforms.size + i] = after.second; }
}
