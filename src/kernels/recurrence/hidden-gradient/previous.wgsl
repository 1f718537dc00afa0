// The states of the position before. An invocation takes four units.

@group(0) @binding(0) var<storage, read> states: array<vec4f>;
@group(0) @binding(1) var<storage, read> starts: array<u32>;
@group(0) @binding(2) var<storage, read_write> previous: array<vec4f>;
@group(0) @binding(3) var<uniform> positions: u32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let place = id.y * groups.x * 64u + id.x;
  let position = place / QUADS;
  if (position >= positions) {
    return;
  }
  if (starts[position] < position) {
    previous[place] = states[place - QUADS];
  } else {
    previous[place] = vec4f();
  }
}
