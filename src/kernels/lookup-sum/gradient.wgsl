// The gradients of the rows of both tables.

struct Uniforms {
  count: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
  seed: u32,
  threshold: u32,
  kept: f32,
  factor: f32,
}

@group(0) @binding(0) var<storage, read> dResult: array<number>;
@group(0) @binding(1) var<storage, read_write> dX: array<number>;
@group(0) @binding(2) var<storage, read_write> dY: array<number>;
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.count) { return; }
  let left = factors(i) * dResult[i];
  dX[i] = uniforms.factor * left;
  dY[i] = left;
}
