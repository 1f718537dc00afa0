// The gradient of each vector, and those of scale and shift summed over a chunk of vectors:
// one invocation for each chunk.

struct Uniforms {
  rows: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
}

const DIM = f32(LANES * COLUMNS);

@group(0) @binding(0) var<storage, read> dResult: array<number>; // [rows, COLUMNS]
@group(0) @binding(1) var<storage, read> x: array<number>; // [rows, COLUMNS]
@group(0) @binding(2) var<storage, read> scale: array<number>; // [COLUMNS]
@group(0) @binding(3) var<storage, read> moments: array<vec2<f32>>; // [rows]
@group(0) @binding(4) var<storage, read_write> dX: array<number>; // [rows, COLUMNS]
@group(0) @binding(5) var<storage, read_write> parts: array<number>; // [chunks, 2, COLUMNS]
@group(0) @binding(6) var<uniform> uniforms: Uniforms;

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
    var sum = number(0);
    var slopes = number(0);
    for (var c = 0u; c < COLUMNS; c++) {
      let error = dResult[first + c];
      let normal = inverse * (x[first + c] - mean);
      dScale[c] += error * normal;
      dShift[c] += error;
      sum += error * scale[c];
      slopes += error * scale[c] * normal;
    }
    let shift = total(sum) / DIM;
    let slope = total(slopes) / DIM;
    for (var c = 0u; c < COLUMNS; c++) {
      let normal = inverse * (x[first + c] - mean);
      dX[first + c] = inverse * (dResult[first + c] * scale[c] - shift - normal * slope);
    }
  }

  let part = chunk * 2 * COLUMNS;
  for (var c = 0u; c < COLUMNS; c++) {
    parts[part + c] = dScale[c];
    parts[part + COLUMNS + c] = dShift[c];
  }
}
