import { log } from './log';
import { loadNext, maxOf, SIZE, storeNext, VECTOR } from './simd';
import { expBelow } from './softmax';
import { largest, scale } from './vectors';

/**
 * The cross-entropies of softmaxes, each times its share, summed: `scores` `[rows, columns]`,
 * to which `bias` `[columns]` is added unless it is null, `targets` and `shares` `[rows]`. The
 * scores become their own gradient.
 */
export function crossEntropy(
  scores: usize,
  bias: usize,
  rows: i32,
  columns: i32,
  targets: usize,
  shares: usize,
): f64 {
  let loss: f64 = 0;
  for (; rows > 0; rows--) {
    const share = load<f32>(shares);
    const target = scores + load<i32>(targets) * SIZE;
    const highest = bias ? addForLargest(scores, bias, columns) : largest(scores, columns);
    const behind = highest - load<f32>(target);
    const sum = expBelow(scores, scores, columns, highest);
    loss += share * (log(sum) + behind);
    scale(scores, columns, share / sum);
    store<f32>(target, load<f32>(target) - share);
    scores += columns * SIZE;
    targets += SIZE;
    shares += SIZE;
  }
  return loss;
}

/**
 * The multinomial losses of softmaxes of `scores` `[rows, columns]`, summed, and in `errors`
 * their gradient. Row `r` counted `counts` of the columns `indices`, both from `offsets[r]`
 * to `offsets[r + 1]`.
 */
export function multinomial(
  errors: usize,
  scores: usize,
  rows: i32,
  columns: i32,
  offsets: usize,
  indices: usize,
  counts: usize,
): f64 {
  let loss: f64 = 0;
  for (; rows > 0; rows--) {
    const entry = load<i32>(offsets);
    const size = load<i32>(offsets, SIZE) - entry;
    const named = indices + entry * SIZE;
    const counted = counts + entry * SIZE;
    const highest = largest(scores, columns);
    const all = expBelow(errors, scores, columns, highest);
    const logarithm = log(all);
    let count: f32 = 0;
    for (let i = 0; i < size; i++) {
      const behind = highest - load<f32>(scores + load<i32>(named + i * SIZE) * SIZE);
      const own = load<f32>(counted + i * SIZE);
      loss += own * (logarithm + behind);
      count += own;
    }
    scale(errors, columns, count / all);
    for (let i = 0; i < size; i++) {
      const error = errors + load<i32>(named + i * SIZE) * SIZE;
      store<f32>(error, load<f32>(error) - load<f32>(counted + i * SIZE));
    }
    errors += columns * SIZE;
    scores += columns * SIZE;
    offsets += SIZE;
  }
  return loss;
}

/** Adds the `count` numbers at `bias` to those at `scores`, and gives the largest sum. */
function addForLargest(scores: usize, bias: usize, count: i32): f32 {
  let most = f32x4.splat(-Infinity);
  for (; count >= 4; count -= 4) {
    const sum = f32x4.add(v128.load(scores), v128.load(bias));
    v128.store(scores, sum);
    most = f32x4.pmax(sum, most);
    scores += VECTOR;
    bias += VECTOR;
  }
  if (count == 0) return maxOf(most);
  storeNext(scores, f32x4.add(loadNext(scores, count), loadNext(bias, count)), count);
  return max(maxOf(most), largest(scores, count));
}
