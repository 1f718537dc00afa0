import { loadNext, SIZE, storeNext, VECTOR } from './simd';

/**
 * Adds `bias` `[columns]`, unless it is null, to each row of `sums` `[rows, columns]`, and if
 * it `hasRelu` sets to 0 what is below.
 */
export function activate(sums: usize, bias: usize, rows: i32, columns: i32, hasRelu: bool): void {
  const lowest = f32x4.splat(hasRelu ? 0 : -Infinity);
  for (; rows > 0; rows--) {
    let i = 0;
    do {
      const left = columns - i;
      let sum = loadNext(sums, left);
      if (bias) sum = f32x4.add(sum, loadNext(bias + i * SIZE, left));
      storeNext(sums, f32x4.pmax(sum, lowest), left);
      sums += VECTOR;
      i += 4;
    } while (i < columns);
    sums += (columns - i) * SIZE;
  }
}

/** The `count` numbers at `x` where those at `gate` are above 0, and 0 elsewhere. */
export function pass(out: usize, x: usize, gate: usize, count: i32): void {
  do {
    const isOpen = f32x4.gt(loadNext(gate, count), f32x4.splat(0));
    storeNext(out, v128.and(loadNext(x, count), isOpen), count);
    out += VECTOR;
    x += VECTOR;
    gate += VECTOR;
    count -= 4;
  } while (count > 0);
}
