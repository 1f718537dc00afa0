// What each position sees, by one pass over those it may see: Milakov & Gimelshein (2018),
// https://arxiv.org/abs/1805.02867

@group(0) @binding(0) var<storage, read> projected: array<number>; // [positions, 3, HEADS, COLUMNS]
@group(0) @binding(1) var<storage, read> starts: array<u32>; // [positions]
@group(0) @binding(2) var<storage, read> ends: array<u32>; // [positions]
@group(0) @binding(3) var<storage, read_write> seen: array<number>; // [positions, HEADS, COLUMNS]
@group(0) @binding(4) var<storage, read_write> logSums: array<f32>; // [positions, HEADS]
@group(0) @binding(5) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let place = placeOf(id);
  if (place.isOutside) { return; }
  let query = place.position;
  let end = select(ends[query], min(query + 1, ends[query]), CAUSAL == 1);

  var q: array<number, COLUMNS>;
  let at = projectedAt(query, QUERY, place.head);
  for (var c = 0u; c < COLUMNS; c++) { q[c] = uniforms.scale * projected[at + c]; }

  var sum: array<number, COLUMNS>;
  var highest = -1e30;
  var weights = 0.0;
  for (var key = starts[query]; key < end; key++) {
    let k = projectedAt(key, KEY, place.head);
    var products = number(0);
    for (var c = 0u; c < COLUMNS; c++) { products += q[c] * projected[k + c]; }
    let affinity = total(products);
    if (affinity > highest) {
      let shrunk = exp(highest - affinity);
      weights *= shrunk;
      for (var c = 0u; c < COLUMNS; c++) { sum[c] *= shrunk; }
      highest = affinity;
    }
    let weight = exp(affinity - highest);
    weights += weight;
    let left = weight * factorOf(query, key, place.head);
    let v = projectedAt(key, VALUE, place.head);
    for (var c = 0u; c < COLUMNS; c++) { sum[c] += left * projected[v + c]; }
  }

  let to = seenAt(query, place.head);
  let share = select(0.0, 1.0 / weights, weights > 0.0);
  for (var c = 0u; c < COLUMNS; c++) { seen[to + c] = share * sum[c]; }
  logSums[query * HEADS + place.head] = highest + log(max(weights, 1e-30));
}
