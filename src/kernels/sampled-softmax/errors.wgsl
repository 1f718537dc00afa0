// Turns the scores of each event into errors, in place: a thread an event.

struct Uniforms {
  events: u32,
  samples: u32,
  columns: u32, // of a state, in numbers
  stride: u32, // of the workgroups' second dimension, in invocations
}

@group(0) @binding(0) var<storage, read> states: array<number>; // [events, columns]
@group(0) @binding(1) var<storage, read> targetRows: array<number>; // [events, columns]
@group(0) @binding(2) var<storage, read> targetBias: array<f32>; // [events]
@group(0) @binding(3) var<storage, read> shares: array<f32>; // [events]
@group(0) @binding(4) var<storage, read> items: array<u32>; // targets, negatives
@group(0) @binding(5) var<storage, read_write> scores: array<f32>; // [events, samples]
@group(0) @binding(6) var<storage, read_write> targetErrors: array<f32>; // [events]
@group(0) @binding(7) var<storage, read_write> losses: array<f32>; // [events]
@group(0) @binding(8) var<uniform> uniforms: Uniforms;

/// Low enough to weigh nothing, and finite.
const excluded = -1e30;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let event = id.y * uniforms.stride + id.x;
  if (event >= uniforms.events) { return; }
  let score = targetScore(event);
  let row = event * uniforms.samples;
  let wanted = items[event];
  var highest = score;
  for (var s = 0u; s < uniforms.samples; s++) {
    if (items[uniforms.events + s] == wanted) { scores[row + s] = excluded; }
    highest = max(highest, scores[row + s]);
  }
  var sum = exp(score - highest);
  for (var s = 0u; s < uniforms.samples; s++) {
    let weight = exp(scores[row + s] - highest);
    scores[row + s] = weight;
    sum += weight;
  }
  let share = shares[event];
  for (var s = 0u; s < uniforms.samples; s++) { scores[row + s] *= share / sum; }
  targetErrors[event] = share * (exp(score - highest) / sum - 1);
  losses[event] = share * (highest + log(sum) - score);
}

fn targetScore(event: u32) -> f32 {
  var products = number(0);
  let at = event * uniforms.columns;
  for (var column = at; column < at + uniforms.columns; column++) {
    products += states[column] * targetRows[column];
  }
  return total(products) + targetBias[event];
}
