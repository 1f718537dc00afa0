// The multinomial loss of each row of scores, and its gradient: one workgroup for each row.

struct Uniforms {
  rows: u32,
  columns: u32,
}

@group(0) @binding(0) var<storage, read> scores: array<f32>; // [rows, columns]
@group(0) @binding(1) var<storage, read> offsets: array<u32>; // [rows + 1]
@group(0) @binding(2) var<storage, read> indices: array<u32>; // [entries]
@group(0) @binding(3) var<storage, read> counts: array<f32>; // [entries]
@group(0) @binding(4) var<storage, read_write> errors: array<f32>; // [rows, columns]
@group(0) @binding(5) var<storage, read_write> losses: array<f32>; // [rows]
@group(0) @binding(6) var<uniform> uniforms: Uniforms;

const threads = 64u;

/// Finite, so that no difference of scores is NaN.
const lowest = -3e38;

/// The largest score so far, and the sum of `exp(score - largest)`.
var<workgroup> peaks: array<vec2f, threads>;
/// Counts, and counts times scores behind the largest.
var<workgroup> counted: array<vec2f, threads>;

@compute @workgroup_size(threads)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let row = group.y * groups.x + group.x;
  if (row >= uniforms.rows) { return; }
  let start = row * uniforms.columns;
  let end = offsets[row + 1];

  var peak = vec2f(lowest, 0);
  for (var i = local; i < uniforms.columns; i += threads) {
    peak = join(peak, vec2f(scores[start + i], 1));
  }
  peaks[local] = peak;
  workgroupBarrier();
  peak = peaks[0];
  for (var i = 1u; i < threads; i++) { peak = join(peak, peaks[i]); }

  var count = vec2f();
  for (var entry = offsets[row] + local; entry < end; entry += threads) {
    count += counts[entry] * vec2f(1, peak.x - scores[start + indices[entry]]);
  }
  counted[local] = count;
  workgroupBarrier();
  count = counted[0];
  for (var i = 1u; i < threads; i++) { count += counted[i]; }

  for (var i = local; i < uniforms.columns; i += threads) {
    errors[start + i] = count.x * exp(scores[start + i] - peak.x) / peak.y;
  }
  storageBarrier();
  for (var entry = offsets[row] + local; entry < end; entry += threads) {
    errors[start + indices[entry]] -= counts[entry];
  }
  if (local == 0u) { losses[row] = count.x * log(peak.y) + count.y; }
}

fn join(a: vec2f, b: vec2f) -> vec2f {
  let most = max(a.x, b.x);
  return vec2f(most, a.y * exp(a.x - most) + b.y * exp(b.x - most));
}
