// Vectors brought to mean 0 and variance 1, then scaled and shifted. One invocation for each.

struct Uniforms {
  rows: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
  epsilon: f32,
}

const DIM = f32(LANES * COLUMNS);

@group(0) @binding(0) var<storage, read> x: array<number>; // [rows, COLUMNS]
@group(0) @binding(1) var<storage, read> scale: array<number>; // [COLUMNS]
@group(0) @binding(2) var<storage, read> shift: array<number>; // [COLUMNS]
@group(0) @binding(3) var<storage, read_write> result: array<number>; // like x
@group(0) @binding(4) var<storage, read_write> moments: array<vec2<f32>>; // [rows]
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let row = id.y * uniforms.stride + id.x;
  if (row >= uniforms.rows) { return; }
  let first = row * COLUMNS;

  var vector: array<number, COLUMNS>;
  var sum = number(0);
  for (var c = 0u; c < COLUMNS; c++) {
    vector[c] = x[first + c];
    sum += vector[c];
  }
  let mean = total(sum) / DIM;
  var squares = number(0);
  for (var c = 0u; c < COLUMNS; c++) {
    vector[c] -= mean;
    squares += vector[c] * vector[c];
  }
  let inverse = inverseSqrt(total(squares) / DIM + uniforms.epsilon);
  for (var c = 0u; c < COLUMNS; c++) {
    result[first + c] = inverse * vector[c] * scale[c] + shift[c];
  }
  moments[row] = vec2(mean, inverse);
}
