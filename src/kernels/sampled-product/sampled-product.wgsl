// Dot products of each row with those rows of a table that it names; a workgroup a row.

struct Uniforms {
  rows: u32,
  columns: u32, // of the table, in numbers
  stride: u32, // of the workgroups' second dimension
}

@group(0) @binding(0) var<storage, read> x: array<number>; // [rows, columns]
@group(0) @binding(1) var<storage, read> table: array<number>;
@group(0) @binding(2) var<storage, read> offsets: array<u32>; // [rows + 1]
@group(0) @binding(3) var<storage, read> indices: array<u32>; // [entries]
@group(0) @binding(4) var<storage, read_write> products: array<f32>; // [entries]
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3<u32>,
  @builtin(local_invocation_index) invocation: u32,
) {
  let row = workgroup.y * uniforms.stride + workgroup.x;
  if (row >= uniforms.rows) { return; }
  let end = offsets[row + 1];
  for (var entry = offsets[row] + invocation; entry < end; entry += 64u) {
    let own = row * uniforms.columns;
    let other = indices[entry] * uniforms.columns;
    var sum = number(0);
    for (var i = 0u; i < uniforms.columns; i++) {
      sum += x[own + i] * table[other + i];
    }
    products[entry] = total(sum);
  }
}
