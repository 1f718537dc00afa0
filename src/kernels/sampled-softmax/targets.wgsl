// What the errors of the targets mean for states and target rows: a thread a number.

struct Uniforms {
  size: u32, // in numbers
  columns: u32, // of a state, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> targetErrors: array<f32>; // [events]
@group(0) @binding(1) var<storage, read> states: array<number>; // [events, columns]
@group(0) @binding(2) var<storage, read> targetRows: array<number>;
@group(0) @binding(3) var<storage, read_write> dStates: array<number>;
@group(0) @binding(4) var<storage, read_write> dTargetRows: array<number>;
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.size) { return; }
  let slope = targetErrors[i / uniforms.columns];
  dStates[i] += slope * targetRows[i];
  dTargetRows[i] = slope * states[i];
}
