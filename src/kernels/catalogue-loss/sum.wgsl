// The errors of each item, summed over events: one invocation for each item. They are
// added to what is there, unless these are the first events.

struct Uniforms {
  rows: u32,
  items: u32,
  width: u32, // of a row
  isAdded: u32,
}

@group(0) @binding(0) var<storage, read> errors: array<f32>; // [rows, width]
@group(0) @binding(1) var<storage, read_write> sums: array<f32>; // [items]
@group(0) @binding(2) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let item = id.y * groups.x * 64u + id.x;
  if (item >= uniforms.items) { return; }
  var sum = 0.0;
  var row = 0u;
  // Eight reads at a time, none of which waits for another.
  for (; row + 8u <= uniforms.rows; row += 8u) {
    let at = row * uniforms.width + item;
    let first = errors[at] + errors[at + uniforms.width];
    let second = errors[at + 2u * uniforms.width] + errors[at + 3u * uniforms.width];
    let third = errors[at + 4u * uniforms.width] + errors[at + 5u * uniforms.width];
    let fourth = errors[at + 6u * uniforms.width] + errors[at + 7u * uniforms.width];
    sum += (first + second) + (third + fourth);
  }
  for (; row < uniforms.rows; row++) { sum += errors[row * uniforms.width + item]; }
  sums[item] = sum + select(0.0, sums[item], uniforms.isAdded == 1u);
}
