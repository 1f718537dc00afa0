import { expOf, sigmoidOf, tanhOf } from './exp';
import { loadNext, storeNext, VECTOR } from './simd';

/** `exp` of the `count` numbers at `x`, which may be those at `out`. */
export function exp(out: usize, x: usize, count: i32): void {
  for (; count > 0; count -= 4) {
    storeNext(out, expOf(loadNext(x, count)), count);
    out += VECTOR;
    x += VECTOR;
  }
}

/** `1 / (1 + exp(-x))` of the `count` numbers at `x`, which may be those at `out`. */
export function sigmoid(out: usize, x: usize, count: i32): void {
  for (; count > 0; count -= 4) {
    storeNext(out, sigmoidOf(loadNext(x, count)), count);
    out += VECTOR;
    x += VECTOR;
  }
}

/** `tanh` of the `count` numbers at `x`, which may be those at `out`. */
export function tanh(out: usize, x: usize, count: i32): void {
  for (; count > 0; count -= 4) {
    storeNext(out, tanhOf(loadNext(x, count)), count);
    out += VECTOR;
    x += VECTOR;
  }
}
