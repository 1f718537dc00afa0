import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/** The loss, `[]`, and its gradient with respect to `scores` `[rows, columns]`. */
export function multinomialLossOnHost(host: Host, inputs: readonly TensorInfo[]): TensorInfo[] {
  const [scores] = inputs;
  const [loss, errors] = [host.make([]), host.make(scores.shape)];
  const total = host.native
    ? lossNatively(host, errors, inputs)
    : lossInLoops(host, errors, inputs);
  host.numbers(loss)[0] = total;
  return [loss, errors];
}

function lossNatively({ native }: Host, errors: TensorInfo, inputs: readonly TensorInfo[]): number {
  const { routines, address } = native!;
  const [rows, columns] = errors.shape;
  const [scores, offsets, indices, counts] = inputs.map(address);
  return routines.multinomial(address(errors), scores, rows, columns, offsets, indices, counts);
}

function lossInLoops(
  host: Host,
  errors: TensorInfo,
  [scores, offsets, indices, counts]: readonly TensorInfo[],
): number {
  const [rows, columns] = errors.shape;
  const [from, to, values] = [scores, errors, counts].map(host.numbers);
  const [bounds, columnOf] = [offsets, indices].map(host.integers);
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const [start, end] = [bounds[row], bounds[row + 1]];
    const part = (numbers: Float32Array): Float32Array =>
      numbers.subarray(row * columns, (row + 1) * columns);
    loss += rowLoss(
      part(to),
      part(from),
      columnOf.subarray(start, end),
      values.subarray(start, end),
    );
  }
  return loss;
}

/** Writes the errors of a row, and gives its loss. */
function rowLoss(
  errors: Float32Array,
  scores: Float32Array,
  columns: Int32Array,
  counts: Float32Array,
): number {
  let highest = -Infinity;
  for (let i = 0; i < scores.length; i++) if (scores[i] > highest) highest = scores[i];
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    errors[i] = Math.exp(scores[i] - highest);
    sum += errors[i];
  }
  const all = counts.reduce((total, count) => total + count, 0);
  for (let i = 0; i < errors.length; i++) errors[i] *= all / sum;
  let loss = 0;
  for (let i = 0; i < columns.length; i++) {
    errors[columns[i]] -= counts[i];
    loss += counts[i] * (Math.log(sum) + (highest - scores[columns[i]]));
  }
  return loss;
}
