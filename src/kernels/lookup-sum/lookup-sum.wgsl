// A multiple of rows of one table plus rows of another, with dropout.

struct Uniforms {
  count: u32,
  columns: u32, // of a row, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
  seed: u32,
  threshold: u32,
  kept: f32,
  factor: f32,
}

@group(0) @binding(0) var<storage, read> first: array<number>;
@group(0) @binding(1) var<storage, read> firstIndices: array<u32>; // [events]
@group(0) @binding(2) var<storage, read> second: array<number>;
@group(0) @binding(3) var<storage, read> secondIndices: array<u32>; // [events]
@group(0) @binding(4) var<storage, read_write> result: array<number>; // [events, columns]
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let i = id.y * uniforms.stride + id.x;
  if (i >= uniforms.count) { return; }
  let event = i / uniforms.columns;
  let column = i % uniforms.columns;
  let x = first[firstIndices[event] * uniforms.columns + column];
  let y = second[secondIndices[event] * uniforms.columns + column];
  result[i] = factors(i) * (uniforms.factor * x + y);
}
