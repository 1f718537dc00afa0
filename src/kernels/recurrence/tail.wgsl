@group(0) @binding(0) var<storage, read_write> numbers: array<vec4f>;

struct Range {
  begin: u32,
  end: u32,
}
@group(0) @binding(1) var<uniform> tail: Range;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let place = tail.begin + id.y * groups.x * 64u + id.x;
  if (place < tail.end) {
    numbers[place] = vec4f();
  }
}
