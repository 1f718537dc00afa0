import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/**
 * Vectors brought to mean 0 and variance 1, then scaled and shifted: `x` `[…, dim]`,
 * `scale` and `shift` `[dim]`. Gives the result, the normal vectors before scaling, and
 * the inverse deviation of each vector, which the gradient needs.
 */
export function layerNormForward(
  host: Host,
  [x, scale, shift]: readonly TensorInfo[],
  { epsilon }: { readonly epsilon: number },
): TensorInfo[] {
  const outputs = [host.make(x.shape), host.make(x.shape), host.make(x.shape.slice(0, -1))];
  const [result, normal, inverse] = outputs.map((output) => host.numbers(output));
  const [from, by, plus] = [x, scale, shift].map((input) => host.numbers(input));
  const dim = by.length;
  for (let row = 0, start = 0; start < from.length; row++, start += dim) {
    let sum = 0;
    for (let i = start; i < start + dim; i++) sum += from[i];
    const mean = sum / dim;
    let squares = 0;
    for (let i = start; i < start + dim; i++) squares += (from[i] - mean) * (from[i] - mean);
    const factor = 1 / Math.sqrt(squares / dim + epsilon);
    inverse[row] = factor;
    for (let i = 0; i < dim; i++) {
      const value = factor * (from[start + i] - mean);
      normal[start + i] = value;
      result[start + i] = value * by[i] + plus[i];
    }
  }
  return outputs;
}

/** The gradients of x, scale and shift, from that of the result. */
export function layerNormBackward(
  host: Host,
  [dResult, scale, normal, inverse]: readonly TensorInfo[],
): TensorInfo[] {
  const outputs = [host.make(dResult.shape), host.make(scale.shape), host.make(scale.shape)];
  const [dX, dScale, dShift] = outputs.map((output) => host.numbers(output));
  const [error, by, value, factor] = [dResult, scale, normal, inverse].map((x) => host.numbers(x));
  const dim = by.length;
  dScale.fill(0);
  dShift.fill(0);
  for (let row = 0, start = 0; start < error.length; row++, start += dim) {
    let mean = 0;
    let slope = 0;
    for (let i = 0; i < dim; i++) {
      const e = error[start + i];
      const v = value[start + i];
      dShift[i] += e;
      dScale[i] += e * v;
      mean += e * by[i];
      slope += e * by[i] * v;
    }
    mean /= dim;
    slope /= dim;
    for (let i = 0; i < dim; i++) {
      const e = error[start + i] * by[i];
      dX[start + i] = factor[row] * (e - mean - value[start + i] * slope);
    }
  }
  return outputs;
}
