struct Uniforms {
  rows: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
  seed: u32,
  threshold: u32,
  epsilon: f32,
  kept: f32,
}

@group(0) @binding(0) var<storage, read> scale: array<number>; // [COLUMNS]
@group(0) @binding(1) var<storage, read> shift: array<number>; // [COLUMNS]
@group(0) @binding(2) var<storage, read_write> result: array<number>; // [rows, COLUMNS]
@group(0) @binding(3) var<storage, read_write> moments: array<vec2<f32>>; // [rows]
@group(0) @binding(4) var<storage, read> x: array<number>; // [rows, COLUMNS]
@group(0) @binding(5) var<storage, read> y: array<number>; // [rows, COLUMNS]
@group(0) @binding(6) var<storage, read_write> sums: array<number>; // [rows, COLUMNS]
@group(0) @binding(7) var<uniform> uniforms: Uniforms;

fn entry(i: u32) -> number {
  let sum = x[i] + factors(i) * y[i];
  sums[i] = sum;
  return sum;
}

