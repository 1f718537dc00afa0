// Steps the users of the batch: an invocation for four columns of those touched.

@group(0) @binding(0) var<storage, read> batch: array<u32>;
@group(0) @binding(1) var<storage, read> slopes: array<f32>;
@group(0) @binding(2) var<storage, read> items: array<number, ITEM_SIZE>;
@group(0) @binding(3) var<storage, read_write> users: array<number, USER_SIZE>;
@group(0) @binding(4) var<storage, read_write> moments: array<number, max(MOMENTS * USER_SIZE, 1)>;
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.y * uniforms.stride + id.x;
  let segment = index / invocationsOfRow();
  if (segment >= uniforms.usersTouched) { return; }
  let first = index % invocationsOfRow();
  let columns = columnsFrom(first);
  let order = userSegments();
  let start = batch[order + uniforms.events + segment];
  let end = batch[order + uniforms.events + segment + 1];
  var gradient = numbers();
  for (var place = start; place < end; place++) {
    let event = batch[order + place];
    for (var c = 0u; c < OWN; c++) {
      let candidate = c * uniforms.events + event;
      gradient += slopes[candidate] * itemAt(batch[candidates() + candidate], columns);
    }
    if (LOSS == SOFTMAX) {
      for (var s = 0u; s < uniforms.joint; s++) {
        let item = batch[candidates() + OWN * uniforms.events + s];
        gradient += slopes[(OWN + s) * uniforms.events + event] * itemAt(item, columns);
      }
    }
  }
  let shrinking = 2 * uniforms.l2 * f32(end - start) / f32(uniforms.events);
  let at = batch[order + 2 * uniforms.events + 1 + segment] * uniforms.columns + columns;
  step(at.x, gradient[0], shrinking);
  if (hasColumn(first, 2)) { step(at.y, gradient[1], shrinking); }
  if (hasColumn(first, 3)) { step(at.z, gradient[2], shrinking); }
  if (hasColumn(first, 4)) { step(at.w, gradient[3], shrinking); }
}

fn itemAt(item: u32, columns: vec4<u32>) -> numbers {
  let at = item * uniforms.columns + columns;
  return numbers(items[at.x], items[at.y], items[at.z], items[at.w]);
}

fn step(i: u32, slope: number, shrinking: f32) {
  let weight = users[i];
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments[i]; }
  if (MOMENTS > 1) { second = moments[USER_SIZE + i]; }
  let after = stepped(weight, slope + shrinking * weight, first, second);
  users[i] = after.weight;
  if (MOMENTS > 0) { moments[i] = after.first; }
  if (MOMENTS > 1) { moments[USER_SIZE + i] = after.second; }
}
