import { expOf, sigmoidOf, tanhOf } from './exp';
import { loadNext, storeNext, VECTOR } from './simd';

/** `exp` of the `count` numbers at `x`, which may be those at `out`. */
export function exp(out: usize, x: usize, count: i32): void {
  if (count == 0) return;
  do {
    storeNext(out, expOf(loadNext(x, count)), count);
    out += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** `1 / (1 + exp(-x))` of the `count` numbers at `x`, which may be those at `out`. */
export function sigmoid(out: usize, x: usize, count: i32): void {
  if (count == 0) return;
  do {
    storeNext(out, sigmoidOf(loadNext(x, count)), count);
    out += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** `tanh` of the `count` numbers at `x`, which may be those at `out`. */
export function tanh(out: usize, x: usize, count: i32): void {
  if (count == 0) return;
  do {
    storeNext(out, tanhOf(loadNext(x, count)), count);
    out += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
}
