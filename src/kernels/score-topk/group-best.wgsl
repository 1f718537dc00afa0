// The best key of each group of 32 items.

struct Uniforms {
  queries: u32, // of the block
  first: u32, // query of the block
  items: u32,
  groups: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> scores: array<f32>; // [queries of the block, items]
@group(0) @binding(1) var<storage, read> seen: array<u32>; // [queries, groups]
@group(0) @binding(2) var<storage, read_write> best: array<u32>; // [queries of the block, groups]
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.queries * uniforms.groups) { return; }
  let start = 32 * (i % uniforms.groups);
  let row = i / uniforms.groups * uniforms.items;
  let size = min(32, uniforms.items - start);
  let word = seen[uniforms.first * uniforms.groups + i];
  var top = 0u;
  for (var place = 0u; place < size; place++) {
    top = max(top, keyUnseen(scores[row + start + place], word, place));
  }
  best[i] = top;
}
