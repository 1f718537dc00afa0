// The best key of each group of 32 items, for scores that are there already.

struct Uniforms {
  queries: u32,
  items: u32,
  groups: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> scores: array<f32>; // [queries, items]
@group(0) @binding(1) var<storage, read> seen: array<u32>; // [queries, groups]
@group(0) @binding(2) var<storage, read_write> best: array<u32>; // [queries, groups]
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.queries * uniforms.groups) { return; }
  let start = 32 * (i % uniforms.groups);
  let row = i / uniforms.groups * uniforms.items;
  let left = min(32, uniforms.items - start);
  var top = 0u;
  for (var place = 0u; place < left; place++) {
    top = max(top, keyUnseen(scores[row + start + place], seen[i], place));
  }
  best[i] = top;
}
