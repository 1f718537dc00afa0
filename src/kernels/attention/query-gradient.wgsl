// The gradient of each query, and the mean slope of its probabilities, which that of keys needs.

@group(0) @binding(0) var<storage, read> dSeen: array<number>; // [positions, HEADS, COLUMNS]
@group(0) @binding(1) var<storage, read> projected: array<number>; // [positions, 3, HEADS, COLUMNS]
@group(0) @binding(2) var<storage, read> starts: array<u32>; // [positions]
@group(0) @binding(3) var<storage, read> ends: array<u32>; // [positions]
@group(0) @binding(4) var<storage, read> seen: array<number>; // [positions, HEADS, COLUMNS]
@group(0) @binding(5) var<storage, read> logSums: array<f32>; // [positions, HEADS]
@group(0) @binding(6) var<storage, read_write> means: array<f32>; // [positions, HEADS]
@group(0) @binding(7) var<storage, read_write> dProjected: array<number>; // like projected
@group(0) @binding(8) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let place = placeOf(id);
  if (place.isOutside) { return; }
  let query = place.position;
  let end = select(ends[query], min(query + 1, ends[query]), CAUSAL == 1);

  var q: array<number, COLUMNS>;
  var error: array<number, COLUMNS>;
  var slopes = number(0);
  let at = projectedAt(query, QUERY, place.head);
  let row = seenAt(query, place.head);
  for (var c = 0u; c < COLUMNS; c++) {
    q[c] = uniforms.scale * projected[at + c];
    error[c] = dSeen[row + c];
    slopes += error[c] * seen[row + c];
  }
  let mean = total(slopes);
  let logSum = logSums[query * HEADS + place.head];

  var dQuery: array<number, COLUMNS>;
  for (var key = starts[query]; key < end; key++) {
    let k = projectedAt(key, KEY, place.head);
    let v = projectedAt(key, VALUE, place.head);
    var products = number(0);
    var changes = number(0);
    for (var c = 0u; c < COLUMNS; c++) {
      products += q[c] * projected[k + c];
      changes += error[c] * projected[v + c];
    }
    let probability = exp(total(products) - logSum);
    let dProbability = total(changes) * factorOf(query, key, place.head);
    let slope = uniforms.scale * probability * (dProbability - mean);
    for (var c = 0u; c < COLUMNS; c++) { dQuery[c] += slope * projected[k + c]; }
  }

  for (var c = 0u; c < COLUMNS; c++) { dProjected[at + c] = dQuery[c]; }
  means[query * HEADS + place.head] = mean;
}
