import { log } from './log';
import { SIZE } from './simd';
import { expBelow } from './softmax';
import { add, largest, scale } from './vectors';

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
    if (bias) add(scores, bias, columns);
    const highest = largest(scores, columns);
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
