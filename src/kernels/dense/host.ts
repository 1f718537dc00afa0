import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { sizeOf } from '../matrix';
import type { DenseAttributes } from './dense';

/** The activated sums. */
export function denseOnHost(
  host: Host,
  [x, weight, bias]: readonly TensorInfo[],
  { hasBias, hasRelu }: DenseAttributes,
): TensorInfo[] {
  const value = host.multiply(x, weight);
  if (host.native) {
    const { routines, address } = host.native;
    const start = hasBias ? address(bias) : 0;
    routines.activate(address(value), start, value.shape[0], value.shape[1]!, hasRelu === 1);
    return [value];
  }
  const sums = host.numbers(value);
  if (hasBias) addToRows(host.numbers(bias), sums);
  if (hasRelu) {
    for (let i = 0; i < sums.length; i++) if (sums[i] < 0) sums[i] = 0;
  }
  return [value];
}

/** The gradients of x, weight and, if there is one, bias, from that of the value. */
export function denseBackOnHost(
  host: Host,
  [dValue, x, weight, value]: readonly TensorInfo[],
  { hasBias, hasRelu }: DenseAttributes,
): TensorInfo[] {
  const error = hasRelu ? gated(host, dValue, value) : dValue;
  const dX = host.multiply(error, weight, { transposeB: true });
  const dWeight = host.multiply(x, error, { transposeA: true });
  const dBias = hasBias ? [sumOf(host, error)] : [];
  if (hasRelu) host.free(error);
  return [dX, dWeight, ...dBias];
}

function addToRows(bias: Float32Array, sums: Float32Array): void {
  for (let from = 0; from < sums.length; from += bias.length) {
    for (let column = 0; column < bias.length; column++) sums[from + column] += bias[column];
  }
}

/** The gradient where the value is above 0, and 0 elsewhere. */
function gated(host: Host, gradient: TensorInfo, value: TensorInfo): TensorInfo {
  const result = host.make(gradient.shape);
  if (host.native) {
    const { routines, address } = host.native;
    routines.pass(address(result), address(gradient), address(value), sizeOf(value.shape));
    return result;
  }
  const [from, gate, to] = [gradient, value, result].map((tensor) => host.numbers(tensor));
  for (let i = 0; i < to.length; i++) to[i] = gate[i] > 0 ? from[i] : 0;
  return result;
}

function sumOf(host: Host, rows: TensorInfo): TensorInfo {
  const sums = host.make([rows.shape[1]]);
  host.numbers(sums).fill(0);
  host.addRows(sums, rows);
  return sums;
}
