// Steps the users of the batch: a thread for every number of those touched.

@group(0) @binding(0) var<storage, read> batch: array<u32>;
@group(0) @binding(1) var<storage, read> slopes: array<f32>;
@group(0) @binding(2) var<storage, read> items: array<number>;
@group(0) @binding(3) var<storage, read_write> users: array<number>;
@group(0) @binding(4) var<storage, read_write> moments: array<number>;
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.y * uniforms.stride + id.x;
  if (index >= uniforms.usersTouched * uniforms.columns) { return; }
  let segment = index / uniforms.columns;
  let column = index % uniforms.columns;
  let order = userSegments();
  let start = batch[order + uniforms.events + segment];
  let end = batch[order + uniforms.events + segment + 1];
  let i = batch[order + 2 * uniforms.events + 1 + segment] * uniforms.columns + column;
  let weight = users[i];
  var gradient = weight * (2 * uniforms.l2 * f32(end - start) / f32(uniforms.events));
  for (var place = start; place < end; place++) {
    let event = batch[order + place];
    for (var c = 0u; c < OWN; c++) {
      let item = batch[candidates() + c * uniforms.events + event];
      gradient += slopes[c * uniforms.events + event] * items[item * uniforms.columns + column];
    }
    for (var s = 0u; s < uniforms.joint; s++) {
      let item = batch[candidates() + OWN * uniforms.events + s];
      gradient += slopes[(OWN + s) * uniforms.events + event] * items[item * uniforms.columns + column];
    }
  }
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments[i]; }
  if (MOMENTS > 1) { second = moments[uniforms.userSize + i]; }
  let after = stepped(weight, gradient, first, second);
  users[i] = after.weight;
  if (MOMENTS > 0) { moments[i] = after.first; }
  if (MOMENTS > 1) { moments[uniforms.userSize + i] = after.second; }
}
