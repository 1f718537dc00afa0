// Sparse rows of a table, weighted and summed. A workgroup makes a row of the product: it
// adds one row of the table after the other, whose entries go to different places.

struct Uniforms {
  rows: u32,
  kept: u32, // entries of a row of the table
  width: u32,
  stride: u32, // of the workgroups' second dimension
}

@group(0) @binding(0) var<storage, read> offsets: array<u32>; // [rows + 1]
@group(0) @binding(1) var<storage, read> indices: array<u32>; // [entries]
@group(0) @binding(2) var<storage, read> values: array<f32>; // [entries]
@group(0) @binding(3) var<storage, read> columns: array<f32>; // [table's rows, kept]
@group(0) @binding(4) var<storage, read> weights: array<f32>; // [table's rows, kept]
@group(0) @binding(5) var<storage, read_write> sums: array<f32>; // [rows, width]
@group(0) @binding(6) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3<u32>,
  @builtin(local_invocation_index) invocation: u32,
) {
  let row = workgroup.y * uniforms.stride + workgroup.x;
  if (row >= uniforms.rows) { return; }
  let start = row * uniforms.width;
  for (var i = invocation; i < uniforms.width; i += 64u) { sums[start + i] = 0; }
  let end = offsets[row + 1];
  for (var entry = offsets[row]; entry < end; entry++) {
    storageBarrier();
    let first = indices[entry] * uniforms.kept;
    for (var i = first + invocation; i < first + uniforms.kept; i += 64u) {
      // Without a weight it is no entry, and may name the place of another.
      if (weights[i] != 0) { sums[start + u32(columns[i])] += values[entry] * weights[i]; }
    }
  }
}
