// Rows of a table, weighted and summed.

struct Uniforms {
  rows: u32,
  columns: u32, // of the table, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> offsets: array<u32>; // [rows + 1]
@group(0) @binding(1) var<storage, read> indices: array<u32>; // [entries]
@group(0) @binding(2) var<storage, read> values: array<f32>; // [entries]
@group(0) @binding(3) var<storage, read> table: array<number>;
@group(0) @binding(4) var<storage, read_write> sums: array<number>; // [rows, columns]
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.rows * uniforms.columns) { return; }
  let row = i / uniforms.columns;
  let column = i % uniforms.columns;
  var sum = number(0);
  let end = offsets[row + 1];
  for (var entry = offsets[row]; entry < end; entry++) {
    sum += values[entry] * table[indices[entry] * uniforms.columns + column];
  }
  sums[i] = sum;
}
