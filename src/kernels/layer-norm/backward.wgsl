// The gradient of each vector, and those of scale and shift summed over a chunk of vectors:
// one invocation for each chunk. What stands before this declares the tensors, and `put`,
// which takes the gradient of x.

const DIM = f32(LANES * COLUMNS);

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let chunk = id.y * uniforms.stride + id.x;
  if (chunk * CHUNK >= uniforms.rows) { return; }

  var dScale: array<number, COLUMNS>;
  var dShift: array<number, COLUMNS>;
  for (var row = chunk * CHUNK; row < min((chunk + 1) * CHUNK, uniforms.rows); row++) {
    let first = row * COLUMNS;
    let mean = moments[row].x;
    let inverse = moments[row].y;
    var errors = number(0);
    var slopes = number(0);
    for (var c = 0u; c < COLUMNS; c++) {
      let error = dResult[first + c];
      let normal = inverse * (x[first + c] - mean);
      dScale[c] += error * normal;
      dShift[c] += error;
      errors += error * scale[c];
      slopes += error * scale[c] * normal;
    }
    let error = total(errors) / DIM;
    let slope = total(slopes) / DIM;
    for (var c = 0u; c < COLUMNS; c++) {
      let normal = inverse * (x[first + c] - mean);
      put(first + c, inverse * (dResult[first + c] * scale[c] - error - normal * slope));
    }
  }

  let part = chunk * 2 * COLUMNS;
  for (var c = 0u; c < COLUMNS; c++) {
    parts[part + c] = dScale[c];
    parts[part + COLUMNS + c] = dShift[c];
  }
}
