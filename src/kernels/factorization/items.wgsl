// Steps the items of the batch and their bias: a thread for every number of those touched,
// and one more for the bias. The users have moved on, so their rows are those gathered before.

@group(0) @binding(0) var<storage, read> batch: array<u32>;
@group(0) @binding(1) var<storage, read> slopes: array<f32>;
@group(0) @binding(2) var<storage, read> gathered: array<number>; // [events, columns]
@group(0) @binding(3) var<storage, read_write> items: array<number>;
@group(0) @binding(4) var<storage, read_write> moments: array<number>;
@group(0) @binding(5) var<storage, read_write> bias: array<f32>;
@group(0) @binding(6) var<storage, read_write> biasMoments: array<f32>;
@group(0) @binding(7) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let index = id.y * uniforms.stride + id.x;
  let segment = index / (uniforms.columns + 1);
  let column = index % (uniforms.columns + 1);
  if (segment >= uniforms.itemsTouched) { return; }
  let item = batch[itemSegments() + 2 * listed() + 1 + segment];
  if (column == uniforms.columns) {
    stepBias(item, segment);
  } else {
    stepItem(item, segment, column);
  }
}

fn startOf(segment: u32) -> u32 { return batch[itemSegments() + listed() + segment]; }

fn stepItem(item: u32, segment: u32, column: u32) {
  let own = OWN * uniforms.events;
  let i = item * uniforms.columns + column;
  let weight = items[i];
  var gradient = number(0);
  var count = 0u;
  for (var place = startOf(segment); place < startOf(segment + 1); place++) {
    let candidate = batch[itemSegments() + place];
    if (candidate < own) {
      let event = candidate % uniforms.events;
      gradient += slopes[candidate] * gathered[event * uniforms.columns + column];
      count++;
    } else {
      let round = (OWN + candidate - own) * uniforms.events;
      for (var event = 0u; event < uniforms.events; event++) {
        gradient += slopes[round + event] * gathered[event * uniforms.columns + column];
      }
    }
  }
  gradient += weight * (2 * uniforms.l2 * f32(count) / f32(uniforms.events));
  var first = number(0);
  var second = number(0);
  if (MOMENTS > 0) { first = moments[i]; }
  if (MOMENTS > 1) { second = moments[uniforms.itemSize + i]; }
  let after = stepped(weight, gradient, first, second);
  items[i] = after.weight;
  if (MOMENTS > 0) { moments[i] = after.first; }
  if (MOMENTS > 1) { moments[uniforms.itemSize + i] = after.second; }
}

fn stepBias(item: u32, segment: u32) {
  let own = OWN * uniforms.events;
  var gradient = 0.0;
  for (var place = startOf(segment); place < startOf(segment + 1); place++) {
    let candidate = batch[itemSegments() + place];
    if (candidate < own) {
      gradient += slopes[candidate];
    } else {
      let round = (OWN + candidate - own) * uniforms.events;
      for (var event = 0u; event < uniforms.events; event++) { gradient += slopes[round + event]; }
    }
  }
  var first = 0.0;
  var second = 0.0;
  if (MOMENTS > 0) { first = biasMoments[item]; }
  if (MOMENTS > 1) { second = biasMoments[uniforms.catalogue + item]; }
  let after = stepped(number(bias[item]), number(gradient), number(first), number(second));
  bias[item] = lane(after.weight);
  if (MOMENTS > 0) { biasMoments[item] = lane(after.first); }
  if (MOMENTS > 1) { biasMoments[uniforms.catalogue + item] = lane(after.second); }
}
