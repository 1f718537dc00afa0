// A block of queries transposed, so that neighbours read neighbours: `[DEPTH, height]`,
// zeros where there is no query or no number.

struct Uniforms {
  queries: u32,
  height: u32, // of the block
  first: u32, // query
}

@group(0) @binding(0) var<storage, read> users: array<f32>; // [queries, DIM]
@group(0) @binding(1) var<storage, read_write> columns: array<f32>;
@group(0) @binding(2) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= DEPTH * uniforms.height) { return; }
  let query = uniforms.first + id.x % uniforms.height;
  let d = id.x / uniforms.height;
  let isReal = query < uniforms.queries && d < DIM;
  columns[id.x] = select(0.0, users[query * DIM + d], isReal);
}
