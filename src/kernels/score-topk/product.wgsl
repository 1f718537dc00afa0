// Scores of the items of some groups, 32 to a group, for a block of queries, and the best
// key of each group. An invocation does a group for 8 queries, 8 items at a time, in registers.

struct Uniforms {
  queries: u32, // in all
  first: u32, // query of the block
  height: u32, // of the block: queries, to a multiple of 8
  items: u32,
  groups: u32, // in all
  begin: u32, // group: where to start, and …
  end: u32, // … before which to stop
}

// Binding 1 are the items, `[items, DIM]`: see `cellOf`.
@group(0) @binding(0) var<storage, read> columns: array<vec4<f32>>; // [4 · CELLS, height]
@group(0) @binding(2) var<storage, read> bias: array<f32>; // [items]
@group(0) @binding(3) var<storage, read> seen: array<u32>; // [queries, groups]
@group(0) @binding(4) var<storage, read_write> scores: array<vec4<f32>>; // [height, groups · 32]
@group(0) @binding(5) var<storage, read_write> best: array<u32>; // [height, groups]
@group(0) @binding(6) var<uniform> uniforms: Uniforms;

/// Of each of the 8 queries, so far.
var<private> bests: array<u32, 8>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let tiles = uniforms.height / 8;
  let group = uniforms.begin + id.x / tiles;
  if (group >= uniforms.end) { return; }
  let tile = id.x % tiles;
  for (var item = 32 * group; item < 32 * group + 32; item += 8u) {
    var upperLeft = mat4x4<f32>();
    var upperRight = mat4x4<f32>();
    var lowerLeft = mat4x4<f32>();
    var lowerRight = mat4x4<f32>();
    for (var cell = 0u; cell < CELLS; cell++) {
      let upper = queriesOf(cell, 2 * tile);
      let lower = queriesOf(cell, 2 * tile + 1);
      let left = itemsOf(item, cell);
      let right = itemsOf(item + 4, cell);
      upperLeft += upper * left;
      upperRight += upper * right;
      lowerLeft += lower * left;
      lowerRight += lower * right;
    }
    settle(upperLeft, 8 * tile, item);
    settle(upperRight, 8 * tile, item + 4);
    settle(lowerLeft, 8 * tile + 4, item);
    settle(lowerRight, 8 * tile + 4, item + 4);
  }
  for (var i = 0u; i < 8; i++) {
    best[(8 * tile + i) * uniforms.groups + group] = bests[i];
  }
}

/// Four numbers of four queries: a column for each number.
fn queriesOf(cell: u32, quad: u32) -> mat4x4<f32> {
  let quads = uniforms.height / 4;
  let at = 4 * cell * quads + quad;
  return mat4x4<f32>(columns[at], columns[at + quads], columns[at + 2 * quads], columns[at + 3 * quads]);
}

/// Four numbers of four items: a column for each item, the last item's where there are no more.
fn itemsOf(item: u32, cell: u32) -> mat4x4<f32> {
  let last = uniforms.items - 1;
  return mat4x4<f32>(
    cellOf(min(item, last), cell),
    cellOf(min(item + 1, last), cell),
    cellOf(min(item + 2, last), cell),
    cellOf(min(item + 3, last), cell),
  );
}

/// Writes down what four queries (rows of the block) make of four items (columns).
fn settle(block: mat4x4<f32>, query: u32, item: u32) {
  var rows = transpose(block);
  let start = vec4<f32>(biasOf(item), biasOf(item + 1), biasOf(item + 2), biasOf(item + 3));
  let group = item / 32;
  let place = item % 32;
  for (var i = 0u; i < 4; i++) {
    let row = rows[i] + start;
    scores[((query + i) * uniforms.groups * 32 + item) / 4] = row;
    let known = min(uniforms.first + query + i, uniforms.queries - 1);
    let word = seen[known * uniforms.groups + group];
    let left = max(keyUnseen(row.x, word, place), keyUnseen(row.y, word, place + 1));
    let right = max(keyUnseen(row.z, word, place + 2), keyUnseen(row.w, word, place + 3));
    let own = (query + i) % 8;
    bests[own] = max(bests[own], max(left, right));
  }
}

fn biasOf(item: u32) -> f32 {
  return bias[min(item, uniforms.items - 1)];
}
