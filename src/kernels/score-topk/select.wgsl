// The best items of each query, one after the other: a tournament. Of every group of 32
// items the best key is known; a lane has some groups in a row, and champions the best of
// them. The best champion takes the next place, and is from then on among the seen. As
// lanes, groups and items are in order, the first of equals is that of the lowest index.

struct Uniforms {
  queries: u32, // of the block
  first: u32, // query of the block
  items: u32,
  groups: u32,
  places: u32,
  stride: u32, // of the workgroups' second dimension
}

struct Champion {
  key: u32, // 0 where there is none
  group: u32,
}

@group(0) @binding(0) var<storage, read> scores: array<f32>; // [queries of the block, items]
@group(0) @binding(1) var<storage, read_write> seen: array<u32>; // [queries, groups]
@group(0) @binding(2) var<storage, read_write> best: array<u32>; // [queries of the block, groups]
@group(0) @binding(3) var<storage, read_write> topItems: array<i32>; // [queries, places]
@group(0) @binding(4) var<storage, read_write> topScores: array<f32>; // [queries, places]
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

/// In two halves, one for every other round: so a round needs one barrier.
var<workgroup> champions: array<Champion, 2 * LANES>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) workgroup: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let row = workgroup.y * uniforms.stride + workgroup.x;
  if (row >= uniforms.queries) { return; }
  let span = (uniforms.groups + LANES - 1) / LANES;
  let begin = min(lane * span, uniforms.groups);
  let end = min(begin + span, uniforms.groups);
  var own = championOf(row, begin, end);
  for (var place = 0u; place < uniforms.places; place++) {
    let half = place % 2 * LANES;
    champions[half + lane] = own;
    workgroupBarrier();
    var winner = 0u;
    for (var other = 1u; other < LANES; other++) {
      if (champions[half + other].key > champions[half + winner].key) { winner = other; }
    }
    if (winner == lane) {
      take(row, own, place);
      own = championOf(row, begin, end);
    }
  }
}

fn championOf(row: u32, begin: u32, end: u32) -> Champion {
  var champion = Champion(0, begin);
  for (var group = begin; group < end; group++) {
    let key = best[row * uniforms.groups + group];
    if (key > champion.key) { champion = Champion(key, group); }
  }
  return champion;
}

/// Gives the place to the best item of the champion's group, and finds the next best of it.
fn take(row: u32, champion: Champion, place: u32) {
  if (champion.key == 0) { return; }
  let at = (uniforms.first + row) * uniforms.places + place;
  let word = (uniforms.first + row) * uniforms.groups + champion.group;
  let start = 32 * champion.group;
  let size = min(32, uniforms.items - start);
  var taken = 32u;
  var next = 0u;
  for (var i = 0u; i < size; i++) {
    let key = keyUnseen(scores[row * uniforms.items + start + i], seen[word], i);
    if (taken == 32 && key == champion.key) { taken = i; } else { next = max(next, key); }
  }
  topItems[at] = i32(start + taken);
  topScores[at] = scores[row * uniforms.items + start + taken];
  seen[word] |= 1u << taken;
  best[row * uniforms.groups + champion.group] = next;
}
