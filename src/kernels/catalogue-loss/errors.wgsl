// Turns the scores of each event into the gradient of its loss, in place: one workgroup
// for each event. The sum of exponentials is taken along with the largest score:
// Milakov & Gimelshein (2018), https://arxiv.org/abs/1805.02867

struct Uniforms {
  rows: u32,
  first: u32, // of the events that are scored together
  items: u32,
  width: u32, // of a row, in vectors
}

@group(0) @binding(0) var<storage, read_write> scores: array<vec4f>; // [rows, width]
@group(0) @binding(1) var<storage, read> targets: array<u32>; // [events]
@group(0) @binding(2) var<storage, read> shares: array<f32>; // [events]
@group(0) @binding(3) var<storage, read_write> losses: array<f32>; // [events]
@group(0) @binding(4) var<uniform> uniforms: Uniforms;

const threads = 64u;

/// Finite, so that no difference of scores is NaN.
const lowest = -3e38;

/// The largest score so far, and the sum of `exp(score - largest)`.
var<workgroup> parts: array<vec2f, threads>;

@compute @workgroup_size(threads)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = group.y * groups.x + group.x;
  if (row >= uniforms.rows) { return; }
  let start = row * uniforms.width;
  let event = uniforms.first + row;
  let item = targets[event];
  let wanted = scores[start + item / 4u][item % 4u];

  var part = vec2f(lowest, 0);
  for (var i = local; i < uniforms.width; i += threads) {
    let score = scoresAt(start, i);
    let most = max(max(part.x, max(score.x, score.y)), max(score.z, score.w));
    let sum = dot(exp(score - most), vec4f(1));
    part = vec2f(most, part.y * exp(part.x - most) + sum);
  }
  parts[local] = part;
  workgroupBarrier();
  if (local < 8u) {
    for (var i = 1u; i < 8u; i++) { part = join(part, parts[local + 8u * i]); }
  }
  workgroupBarrier();
  if (local < 8u) { parts[local] = part; }
  workgroupBarrier();
  part = parts[0];
  for (var i = 1u; i < 8u; i++) { part = join(part, parts[i]); }

  let share = shares[event];
  for (var i = local; i < uniforms.width; i += threads) {
    let probability = exp(scoresAt(start, i) - part.x) / part.y;
    let isTarget = itemsAt(i) == vec4u(item);
    scores[start + i] = share * (probability - select(vec4f(), vec4f(1), isTarget));
  }
  if (local == 0u) { losses[event] = share * (part.x - wanted + log(part.y)); }
}

fn itemsAt(i: u32) -> vec4u {
  return 4u * i + vec4u(0, 1, 2, 3);
}

/// Four scores, the lowest where there is no item.
fn scoresAt(start: u32, i: u32) -> vec4f {
  return select(vec4f(lowest), scores[start + i], itemsAt(i) < vec4u(uniforms.items));
}

fn join(a: vec2f, b: vec2f) -> vec2f {
  let most = max(a.x, b.x);
  return vec2f(most, a.y * exp(a.x - most) + b.y * exp(b.x - most));
}
