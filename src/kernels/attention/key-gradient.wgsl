// The gradients of each key and each value: sums over the queries that see them.

@group(0) @binding(0) var<storage, read> dSeen: array<number>; // [positions, HEADS, COLUMNS]
@group(0) @binding(1) var<storage, read> projected: array<number>; // [positions, 3, HEADS, COLUMNS]
@group(0) @binding(2) var<storage, read> starts: array<u32>; // [positions]
@group(0) @binding(3) var<storage, read> ends: array<u32>; // [positions]
@group(0) @binding(4) var<storage, read> logSums: array<f32>; // [positions, HEADS]
@group(0) @binding(5) var<storage, read> means: array<f32>; // [positions, HEADS]
@group(0) @binding(6) var<storage, read_write> dProjected: array<number>; // like projected
@group(0) @binding(7) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let place = placeOf(id);
  if (place.isOutside) { return; }
  let key = place.position;
  let begin = select(starts[key], key, CAUSAL == 1);

  var k: array<number, COLUMNS>;
  var v: array<number, COLUMNS>;
  let keyAt = projectedAt(key, KEY, place.head);
  let valueAt = projectedAt(key, VALUE, place.head);
  for (var c = 0u; c < COLUMNS; c++) {
    k[c] = uniforms.scale * projected[keyAt + c];
    v[c] = projected[valueAt + c];
  }

  var dKey: array<number, COLUMNS>;
  var dValue: array<number, COLUMNS>;
  for (var query = begin; query < ends[key]; query++) {
    let q = projectedAt(query, QUERY, place.head);
    let error = seenAt(query, place.head);
    var products = number(0);
    var changes = number(0);
    for (var c = 0u; c < COLUMNS; c++) {
      products += k[c] * projected[q + c];
      changes += v[c] * dSeen[error + c];
    }
    let row = query * HEADS + place.head;
    let probability = exp(total(products) - logSums[row]);
    let factor = factorOf(query, key, place.head);
    let share = probability * factor;
    let slope = uniforms.scale * probability * (total(changes) * factor - means[row]);
    for (var c = 0u; c < COLUMNS; c++) {
      dKey[c] += slope * projected[q + c];
      dValue[c] += share * dSeen[error + c];
    }
  }

  for (var c = 0u; c < COLUMNS; c++) {
    dProjected[keyAt + c] = dKey[c];
    dProjected[valueAt + c] = dValue[c];
  }
}
