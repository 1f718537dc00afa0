// Steps the items of the batch: an invocation for four columns of those touched, and behind
// these one for each bias. The users have moved on, so their rows are those gathered before.

@group(0) @binding(0) var<storage, read> batch: array<u32>;
@group(0) @binding(1) var<storage, read> slopes: array<f32>;
@group(0) @binding(2) var<storage, read> gathered: array<number>; // [events, columns]
@group(0) @binding(3) var<storage, read_write> items: array<number, ITEM_SIZE>;
@group(0) @binding(4) var<storage, read_write> moments: array<number, max(MOMENTS * ITEM_SIZE, 1)>;
@group(0) @binding(5) var<storage, read_write> bias: array<f32>;
@group(0) @binding(6) var<storage, read_write> biasMoments: array<f32>;
@group(0) @binding(7) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.y * uniforms.stride + id.x;
  let ofRows = uniforms.itemsTouched * invocationsOfRow();
  if (index < ofRows) {
    stepItem(index / invocationsOfRow(), index % invocationsOfRow());
  } else if (index < ofRows + uniforms.itemsTouched) {
    stepBias(index - ofRows);
  }
}

fn stepItem(segment: u32, first: u32) {
  let columns = columnsFrom(first);
  let own = OWN * uniforms.events;
  let end = startOf(segment + 1);
  var gradient = numbers();
  var count = 0u;
  for (var place = startOf(segment); place < end; place++) {
    let candidate = batch[itemSegments() + place];
    if (LOSS == SOFTMAX && candidate >= own) {
      let round = (OWN + candidate - own) * uniforms.events;
      for (var event = 0u; event < uniforms.events; event++) {
        gradient += slopes[round + event] * userOf(event, columns);
      }
    } else {
      gradient += slopes[candidate] * userOf(candidate % uniforms.events, columns);
      count++;
    }
  }
  let shrinking = 2 * uniforms.l2 * f32(count) / f32(uniforms.events);
  let at = itemOf(segment) * uniforms.columns + columns;
  step(at.x, gradient[0], shrinking);
  if (hasColumn(first, 2)) { step(at.y, gradient[1], shrinking); }
  if (hasColumn(first, 3)) { step(at.z, gradient[2], shrinking); }
  if (hasColumn(first, 4)) { step(at.w, gradient[3], shrinking); }
}

fn startOf(segment: u32) -> u32 { return batch[itemSegments() + listed() + segment]; }

fn itemOf(segment: u32) -> u32 { return batch[itemSegments() + 2 * listed() + 1 + segment]; }

fn userOf(event: u32, columns: vec4<u32>) -> numbers {
  let at = event * uniforms.columns + columns;
  return numbers(gathered[at.x], gathered[at.y], gathered[at.z], gathered[at.w]);
}

fn step(i: u32, slope: number, shrinking: f32) {
  let weight = items[i];
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments[i]; }
  if (MOMENTS > 1) { second = moments[ITEM_SIZE + i]; }
  let after = stepped(weight, slope + shrinking * weight, first, second);
  items[i] = after.weight;
  if (MOMENTS > 0) { moments[i] = after.first; }
  if (MOMENTS > 1) { moments[ITEM_SIZE + i] = after.second; }
}

fn stepBias(segment: u32) {
  let own = OWN * uniforms.events;
  let end = startOf(segment + 1);
  var gradient = 0.0;
  for (var place = startOf(segment); place < end; place++) {
    let candidate = batch[itemSegments() + place];
    if (LOSS == SOFTMAX && candidate >= own) {
      let round = (OWN + candidate - own) * uniforms.events;
      for (var event = 0u; event < uniforms.events; event++) { gradient += slopes[round + event]; }
    } else {
      gradient += slopes[candidate];
    }
  }
  let item = itemOf(segment);
  var first = 0.0;
  var second = 0.0;
  if (MOMENTS > 0) { first = biasMoments[item]; }
  if (MOMENTS > 1) { second = biasMoments[CATALOGUE + item]; }
  let after = stepped(number(bias[item]), number(gradient), number(first), number(second));
  bias[item] = lane(after.weight);
  if (MOMENTS > 0) { biasMoments[item] = lane(after.first); }
  if (MOMENTS > 1) { biasMoments[CATALOGUE + item] = lane(after.second); }
}
