struct Uniforms {
  rows: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
  seed: u32,
  threshold: u32,
  kept: f32,
}

@group(0) @binding(0) var<storage, read> dResult: array<number>; // [rows, COLUMNS]
@group(0) @binding(1) var<storage, read> x: array<number>; // [rows, COLUMNS], the sum
@group(0) @binding(2) var<storage, read> scale: array<number>; // [COLUMNS]
@group(0) @binding(3) var<storage, read> moments: array<vec2<f32>>; // [rows]
@group(0) @binding(4) var<storage, read_write> parts: array<number>; // [chunks, 2, COLUMNS]
@group(0) @binding(5) var<storage, read> dSum: array<number>; // [rows, COLUMNS]
@group(0) @binding(6) var<storage, read_write> dX: array<number>; // [rows, COLUMNS]
@group(0) @binding(7) var<storage, read_write> dY: array<number>; // [rows, COLUMNS]
@group(0) @binding(8) var<uniform> uniforms: Uniforms;

fn put(i: u32, gradient: number) {
  let both = dSum[i] + gradient;
  dX[i] = both;
  dY[i] = factors(i) * both;
}

