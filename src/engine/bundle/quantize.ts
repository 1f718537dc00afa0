/**
 * Weights in a quarter of the room. A table is kept in int8, row by row: the number farthest
 * from 0 becomes ±127, and a scale for each row says what 1 stands for, so that no number
 * moves by more than half of that. All else, which is small, stays as it is.
 */
import type { NamedTensor } from '../data/safetensors';
import type { HostTensor, HostWeights } from '../nn/weights';

/** Tables with shorter rows would not become much smaller for their scales. */
const shortestRow = 8;
/** Whatever is smaller is not worth what it loses. */
const fewestNumbers = 1024;
const steps = 127;
/** Behind the name of a table: its scales, `[rows]`. */
const scaleOf = (name: string): string => `${name}:scale`;

/**
 * Whether a tensor is kept in int8: a table `[rows, at least 8]` of 1,024 numbers or more, unless
 * all of them are whole, for then they are places of items or counts, which must stay exact.
 */
export function isQuantized({ shape, values }: HostTensor): boolean {
  const isTable = shape.length === 2 && shape[1] >= shortestRow && values.length >= fewestNumbers;
  return isTable && !values.every(Number.isInteger);
}

/** Tables as int8 with their scales, all else as it is. */
export function quantize(weights: HostWeights): Record<string, NamedTensor> {
  const tensors: Record<string, NamedTensor> = {};
  for (const [name, tensor] of Object.entries(weights)) {
    if (!isQuantized(tensor)) {
      tensors[name] = tensor;
      continue;
    }
    const { values, scales } = quantizeRows(tensor.values, tensor.shape[1]);
    tensors[name] = { shape: tensor.shape, values };
    tensors[scaleOf(name)] = { shape: [scales.length], values: scales };
  }
  return tensors;
}

/** Back to float32. @throws RangeError naming a table that lacks its scales */
export function dequantize(tensors: Readonly<Record<string, NamedTensor>>): HostWeights {
  const tables = Object.keys(tensors).filter((name) => tensors[name].values instanceof Int8Array);
  const scales = new Set(tables.map(scaleOf));
  const weights = Object.entries(tensors)
    .filter(([name]) => !scales.has(name))
    .map(([name, tensor]) => [name, toFloats(name, tensor, tensors[scaleOf(name)])]);
  return Object.fromEntries(weights) as HostWeights;
}

function toFloats(name: string, { shape, values }: NamedTensor, scale?: NamedTensor): HostTensor {
  if (values instanceof Float32Array) return { shape, values };
  const [rows, width] = shape;
  const isScaled = scale?.values instanceof Float32Array && scale.values.length === rows;
  if (!(values instanceof Int8Array) || !isScaled) {
    throw new RangeError(`“${name}” is neither in float32 nor in int8 with a scale for each row`);
  }
  const floats = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const unit = scale.values[row];
    for (let at = row * width; at < (row + 1) * width; at++) floats[at] = values[at] * unit;
  }
  return { shape, values: floats };
}

/** Each row of `width` in steps of its own. */
function quantizeRows(floats: Float32Array, width: number) {
  const values = new Int8Array(floats.length);
  const scales = new Float32Array(floats.length / width);
  for (let row = 0; row < scales.length; row++) {
    const own = floats.subarray(row * width, (row + 1) * width);
    const most = own.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    scales[row] = most / steps;
    if (scales[row] === 0) continue;
    own.forEach((value, at) => (values[row * width + at] = Math.round(value / scales[row])));
  }
  return { values, scales };
}
