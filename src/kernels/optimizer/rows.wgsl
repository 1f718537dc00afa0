// One step of those rows of a table that a batch touched, in place.

struct Uniforms {
  count: u32, // rows touched
  events: u32,
  columns: u32, // of a row, in numbers
  size: u32, // of the table, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
  rate: f32,
  decay: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
}

@group(0) @binding(0) var<storage, read> gradients: array<number>; // [events, columns]
@group(0) @binding(1) var<storage, read> segments: array<u32>; // order, starts, rows
@group(0) @binding(2) var<storage, read_write> weights: array<number>;
@group(0) @binding(3) var<storage, read_write> moments: array<number>; // [MOMENTS, size]
@group(0) @binding(4) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.y * uniforms.stride + id.x;
  if (index >= uniforms.count * uniforms.columns) { return; }
  let segment = index / uniforms.columns;
  let column = index % uniforms.columns;
  let starts = uniforms.events + segment;
  var gradient = number(0);
  for (var e = segments[starts]; e < segments[starts + 1]; e++) {
    gradient += gradients[segments[e] * uniforms.columns + column];
  }
  let row = segments[2 * uniforms.events + 1 + segment];
  let i = row * uniforms.columns + column;
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments[i]; }
  if (MOMENTS > 1) { second = moments[uniforms.size + i]; }
  let after = stepped(weights[i], gradient, first, second);
  weights[i] = after.weight;
  if (MOMENTS > 0) { moments[i] = after.first; }
  if (MOMENTS > 1) { moments[uniforms.size + i] = after.second; }
}
