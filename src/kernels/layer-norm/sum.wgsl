// The gradients of scale and shift: sums over all chunks. One workgroup for each of their numbers.

struct Uniforms {
  chunks: u32,
}

@group(0) @binding(0) var<storage, read> parts: array<number>; // [chunks, 2, COLUMNS]
@group(0) @binding(1) var<storage, read_write> dScale: array<number>; // [COLUMNS]
@group(0) @binding(2) var<storage, read_write> dShift: array<number>; // [COLUMNS]
@group(0) @binding(3) var<uniform> uniforms: Uniforms;

var<workgroup> sums: array<number, 64>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_index) local: u32,
) {
  var sum = number(0);
  for (var chunk = local; chunk < uniforms.chunks; chunk += 64) {
    sum += parts[chunk * 2 * COLUMNS + group.x];
  }
  sums[local] = sum;
  workgroupBarrier();
  if (local > 0) { return; }
  for (var i = 1u; i < 64; i++) { sum += sums[i]; }
  if (group.x < COLUMNS) {
    dScale[group.x] = sum;
  } else {
    dShift[group.x - COLUMNS] = sum;
  }
}
