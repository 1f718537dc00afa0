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
