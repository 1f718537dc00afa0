// Adds rows to those of a table that they are for, in place.

struct Uniforms {
  count: u32, // rows touched
  events: u32,
  columns: u32, // of a row, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> rows: array<number>; // [events, columns]
@group(0) @binding(1) var<storage, read> segments: array<u32>; // order, starts, rows
@group(0) @binding(2) var<storage, read_write> table: array<number>;
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.y * uniforms.stride + id.x;
  if (index >= uniforms.count * uniforms.columns) { return; }
  let segment = index / uniforms.columns;
  let column = index % uniforms.columns;
  let starts = uniforms.events + segment;
  var sum = number(0);
  for (var e = segments[starts]; e < segments[starts + 1]; e++) {
    sum += rows[segments[e] * uniforms.columns + column];
  }
  let row = segments[2 * uniforms.events + 1 + segment];
  table[row * uniforms.columns + column] += sum;
}
