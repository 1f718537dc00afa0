import { SIZE, VECTOR } from './simd';

/** The first place from `place` whose score, plus its bias if there are any, is above `floor`, or else `end`. */
export function nextAbove(scores: usize, bias: usize, place: i32, end: i32, floor: f32): i32 {
  const floors = f32x4.splat(floor);
  for (; place + 16 <= end; place += 16) {
    const from = scores + place * SIZE;
    const start = bias + place * SIZE;
    const first = v128.or(
      above(from, start, bias, floors),
      above(from + VECTOR, start + VECTOR, bias, floors),
    );
    const last = v128.or(
      above(from + 2 * VECTOR, start + 2 * VECTOR, bias, floors),
      above(from + 3 * VECTOR, start + 3 * VECTOR, bias, floors),
    );
    if (v128.any_true(v128.or(first, last))) break;
  }
  for (; place < end; place++) {
    let score = load<f32>(scores + place * SIZE);
    if (bias) score += load<f32>(bias + place * SIZE);
    if (score > floor) break;
  }
  return place;
}

function above(from: usize, start: usize, bias: usize, floors: v128): v128 {
  const scores = v128.load(from);
  return f32x4.gt(bias ? f32x4.add(scores, v128.load(start)) : scores, floors);
}
