import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addDroppedOnHost, dropOnHost } from '../dropout/host';
import type { Dropped } from '../dropout/dropped';
import type { Host } from '../host';

/** Added to the variance. */
export type Epsilon = { readonly epsilon: number };

/**
 * The vectors of `x` `[rows, dim]` brought to mean 0 and variance 1, then scaled and
 * shifted, and what the gradient needs: the mean and the inverse deviation of each,
 * `[rows, 2]`.
 */
export function layerNormOnHost(
  host: Host,
  [x, scale, shift]: readonly TensorInfo[],
  { epsilon }: Epsilon,
): TensorInfo[] {
  const [rows, dim] = x.shape;
  const outputs = [host.make(x.shape), host.make([rows, 2])];
  if (host.native) {
    const { routines, address } = host.native;
    const [to, moments, ...from] = [...outputs, x, scale, shift].map(address);
    routines.normalize(to, moments, from[0], from[1], from[2], rows, dim, epsilon);
    return outputs;
  }
  const [result, moments] = outputs.map((output) => host.numbers(output));
  const [from, by, plus] = [x, scale, shift].map((input) => host.numbers(input));
  for (let row = 0, start = 0; row < rows; row++, start += dim) {
    let sum = 0;
    for (let i = start; i < start + dim; i++) sum += from[i];
    const mean = sum / dim;
    let squares = 0;
    for (let i = start; i < start + dim; i++) squares += (from[i] - mean) * (from[i] - mean);
    const inverse = 1 / Math.sqrt(squares / dim + epsilon);
    moments[2 * row] = mean;
    moments[2 * row + 1] = inverse;
    for (let i = 0; i < dim; i++) {
      result[start + i] = inverse * (from[start + i] - mean) * by[i] + plus[i];
    }
  }
  return outputs;
}

/** The gradients of x, scale and shift, from that of the result. */
export function layerNormBackOnHost(
  host: Host,
  [dResult, x, scale, moments]: readonly TensorInfo[],
): TensorInfo[] {
  const [rows, dim] = x.shape;
  const outputs = [x, scale, scale].map(({ shape }) => host.make(shape));
  if (host.native) {
    const { routines, address } = host.native;
    const [to, toScale, toShift, ...from] = [...outputs, dResult, x, scale, moments].map(address);
    const [error, given, by, kept] = from;
    routines.normalizeBack(to, toScale, toShift, error, given, by, kept, rows, dim);
    return outputs;
  }
  const [dX, dScale, dShift] = outputs.map((output) => host.numbers(output));
  const [error, from, by, moment] = [dResult, x, scale, moments].map((input) =>
    host.numbers(input),
  );
  dScale.fill(0);
  dShift.fill(0);
  for (let row = 0, start = 0; row < rows; row++, start += dim) {
    const [mean, inverse] = [moment[2 * row], moment[2 * row + 1]];
    let sum = 0;
    let slope = 0;
    for (let i = 0; i < dim; i++) {
      const e = error[start + i];
      const normal = inverse * (from[start + i] - mean);
      dShift[i] += e;
      dScale[i] += e * normal;
      sum += e * by[i];
      slope += e * by[i] * normal;
    }
    sum /= dim;
    slope /= dim;
    for (let i = 0; i < dim; i++) {
      const normal = inverse * (from[start + i] - mean);
      dX[start + i] = inverse * (error[start + i] * by[i] - sum - normal * slope);
    }
  }
  return outputs;
}

/** The sum of `x` and what is left of `y`, its layer norm, and the moments of that. */
export function addNormOnHost(
  host: Host,
  [x, y, scale, shift]: readonly TensorInfo[],
  { epsilon, rate, seed }: Dropped & Epsilon,
): TensorInfo[] {
  const [sum] =
    rate > 0
      ? addDroppedOnHost(host, [x, y], { rate, seed })
      : [add(host, x, y, host.make(x.shape))];
  return [sum, ...layerNormOnHost(host, [sum, scale, shift], { epsilon })];
}

/** The gradients of x, y, scale and shift, from those of the sum and of the normal vectors. */
export function addNormBackOnHost(
  host: Host,
  [dSum, dNormal, scale, sum, moments]: readonly TensorInfo[],
  dropped: Dropped,
): TensorInfo[] {
  const [dX, ...dWeights] = layerNormBackOnHost(host, [dNormal, sum, scale, moments]);
  add(host, dX, dSum, dX);
  const [dY] = dropOnHost(host, [dX], dropped);
  return [dX, dY, ...dWeights];
}

/** `x + y` in `result`, which may be `x`. */
function add(host: Host, x: TensorInfo, y: TensorInfo, result: TensorInfo): TensorInfo {
  const [a, b, to] = [x, y, result].map((tensor) => host.numbers(tensor));
  for (let i = 0; i < to.length; i++) to[i] = a[i] + b[i];
  return result;
}
