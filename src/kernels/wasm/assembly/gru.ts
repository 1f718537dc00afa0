import { sigmoid } from './elementwise';
import { slopeOfSigmoid, slopeOfTanh, tanhOf } from './exp';
import { loadNext, madd, SIZE, storeNext } from './simd';

/**
 * Opens the gates of some sequences at one step, in place of what entered them: r, z, what was
 * sent to n, and n, `[count, 4 units]`; fills the states `[count, units]`. `before` is null at
 * the first step.
 */
export function openGru(gates: usize, states: usize, before: usize, count: i32, units: i32): void {
  const width = units * SIZE;
  for (; count > 0; count--) {
    sigmoid(gates, gates, 2 * units);
    let u = 0;
    do {
      const left = units - u;
      const at = gates + u * SIZE;
      const sent = loadNext(at + 2 * width, left);
      const offer = tanhOf(madd(loadNext(at, left), sent, loadNext(at + 3 * width, left)));
      storeNext(at + 3 * width, offer, left);
      const was = before ? loadNext(before + u * SIZE, left) : f32x4.splat(0);
      const keep = loadNext(at + width, left);
      storeNext(states + u * SIZE, madd(keep, f32x4.sub(was, offer), offer), left);
      u += 4;
    } while (u < units);
    gates += 4 * width;
    states += width;
    if (before) before += width;
  }
}

/**
 * Shares the errors of the states out to the gates, `dGates`, and to the states before, in
 * `earlier`: both null at the first step. All as in `openGru`.
 */
export function blameGru(
  dGates: usize,
  earlier: usize,
  errors: usize,
  gates: usize,
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
      const reset = loadNext(gates + at, left);
      const keep = loadNext(gates + at + width, left);
      const sent = loadNext(gates + at + 2 * width, left);
      const offer = loadNext(gates + at + 3 * width, left);
      const error = loadNext(errors + at, left);
      const kept = f32x4.mul(error, keep);
      const dOffer = f32x4.mul(f32x4.sub(error, kept), slopeOfTanh(offer));
      const was = before ? loadNext(before + at, left) : f32x4.splat(0);
      const target = dGates + at;
      storeNext(target, f32x4.mul(f32x4.mul(dOffer, sent), slopeOfSigmoid(reset)), left);
      const dKeep = f32x4.mul(f32x4.mul(error, f32x4.sub(was, offer)), slopeOfSigmoid(keep));
      storeNext(target + width, dKeep, left);
      storeNext(target + 2 * width, f32x4.mul(dOffer, reset), left);
      storeNext(target + 3 * width, dOffer, left);
      if (before) storeNext(earlier + at, f32x4.add(loadNext(earlier + at, left), kept), left);
      u += 4;
    } while (u < units);
    dGates += 4 * width;
    errors += width;
    gates += 4 * width;
    if (before) before += width;
    if (before) earlier += width;
  }
}
