// Rows of a table.

struct Uniforms {
  events: u32,
  columns: u32, // of a row, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> table: array<number>;
@group(0) @binding(1) var<storage, read> indices: array<u32>; // [events]
@group(0) @binding(2) var<storage, read_write> rows: array<number>; // [events, columns]
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.events * uniforms.columns) { return; }
  let row = indices[i / uniforms.columns];
  rows[i] = table[row * uniforms.columns + i % uniforms.columns];
}
