import { sigmoid, tanh } from './elementwise';
import { slopeOfSigmoid, slopeOfTanh, tanhOf } from './exp';
import { loadNext, madd, SIZE, storeNext } from './simd';

/**
 * Opens the gates i f g o of some sequences at one step, `[count, 4 units]`, in place of what
 * entered them; fills cells and states `[count, units]`. `before` is null at the first step.
 */
export function openLstm(
  gates: usize,
  cells: usize,
  states: usize,
  before: usize,
  count: i32,
  units: i32,
): void {
  const width = units * SIZE;
  for (; count > 0; count--) {
    sigmoid(gates, gates, 2 * units);
    tanh(gates + 2 * width, gates + 2 * width, units);
    sigmoid(gates + 3 * width, gates + 3 * width, units);
    let u = 0;
    do {
      const left = units - u;
      const learn = gates + u * SIZE;
      const offered = f32x4.mul(loadNext(learn, left), loadNext(learn + 2 * width, left));
      const was = before ? loadNext(before + u * SIZE, left) : f32x4.splat(0);
      const cell = madd(loadNext(learn + width, left), was, offered);
      storeNext(cells + u * SIZE, cell, left);
      storeNext(
        states + u * SIZE,
        f32x4.mul(loadNext(learn + 3 * width, left), tanhOf(cell)),
        left,
      );
      u += 4;
    } while (u < units);
    gates += 4 * width;
    cells += width;
    states += width;
    if (before) before += width;
  }
}

/**
 * Shares the errors of the states out to the gates, `dGates`, and to the cells before, in
 * `dCells`, which holds those of the step after: all as in `openLstm`.
 */
export function blameLstm(
  dGates: usize,
  dCells: usize,
  errors: usize,
  gates: usize,
  cells: usize,
  before: usize,
  count: i32,
  units: i32,
): void {
  const width = units * SIZE;
  for (; count > 0; count--) {
    let u = 0;
    do {
      const left = units - u;
      const at = u * SIZE;
      const learn = loadNext(gates + at, left);
      const keep = loadNext(gates + at + width, left);
      const offer = loadNext(gates + at + 2 * width, left);
      const show = loadNext(gates + at + 3 * width, left);
      const shown = tanhOf(loadNext(cells + at, left));
      const error = loadNext(errors + at, left);
      const was = before ? loadNext(before + at, left) : f32x4.splat(0);
      const through = f32x4.mul(f32x4.mul(error, show), slopeOfTanh(shown));
      const dCell = f32x4.add(loadNext(dCells + at, left), through);
      storeNext(dCells + at, f32x4.mul(dCell, keep), left);
      const target = dGates + at;
      storeNext(target, f32x4.mul(f32x4.mul(dCell, offer), slopeOfSigmoid(learn)), left);
      storeNext(target + width, f32x4.mul(f32x4.mul(dCell, was), slopeOfSigmoid(keep)), left);
      storeNext(target + 2 * width, f32x4.mul(f32x4.mul(dCell, learn), slopeOfTanh(offer)), left);
      storeNext(target + 3 * width, f32x4.mul(f32x4.mul(error, shown), slopeOfSigmoid(show)), left);
      u += 4;
    } while (u < units);
    dGates += 4 * width;
    dCells += width;
    errors += width;
    gates += 4 * width;
    cells += width;
    if (before) before += width;
  }
}
