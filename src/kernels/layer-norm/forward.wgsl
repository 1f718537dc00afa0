// Vectors brought to mean 0 and variance 1, then scaled and shifted: one invocation for
// each. What stands before this declares the tensors, and `entry`, which gives x.

const DIM = f32(LANES * COLUMNS);

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let row = id.y * uniforms.stride + id.x;
  if (row >= uniforms.rows) { return; }
  let first = row * COLUMNS;

  var vector: array<number, COLUMNS>;
  var sum = number(0);
  for (var c = 0u; c < COLUMNS; c++) {
    vector[c] = entry(first + c);
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
