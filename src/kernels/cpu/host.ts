import { getKernel, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { Host } from '../host';
import { extentOf, partOf, sizeOf, type Extent, type Matrix } from '../matrix';

/** Plain loops: slow, and the measure of all else. */
export function createCpuHost(cpu: MathBackendCPU): Host {
  const make: Host['make'] = (shape) =>
    cpu.makeTensorInfo([...shape], 'float32', new Float32Array(sizeOf(shape)));
  const numbers: Host['numbers'] = ({ dataId }) => cpu.data.get(dataId).values as Float32Array;
  const multiplyInto: Host['multiplyInto'] = (out, a, b, options = {}) => {
    const { transposeA = false, transposeB = false, isAdded = false } = options;
    const grid = (matrix: Matrix, isTurned: boolean): Grid => {
      const { whole, from, stride } = partOf(matrix);
      const [down, across] = isTurned ? [1, stride] : [stride, 1];
      return { numbers: numbers(whole), from, down, across };
    };
    const product = grid(out, false);
    const extent = extentOf(a, b, options);
    if (!isAdded) clear(product, extent);
    addProduct(product, grid(a, transposeA), grid(b, transposeB), extent);
  };
  const run = (kernel: string, inputs: NamedTensorInfoMap): TensorInfo =>
    getKernel(kernel, 'cpu')!.kernelFunc({ inputs, attrs: { dim: 1 }, backend: cpu }) as TensorInfo;
  return {
    native: null,
    make,
    numbers,
    integers: ({ dataId }) => cpu.data.get(dataId).values as Int32Array,
    multiply(a, b, flips = {}) {
      const { rows, columns } = extentOf(a, b, flips);
      const out = make([rows, columns]);
      multiplyInto(out, a, b, flips);
      return out;
    },
    multiplyInto,
    exp: (x) => run('Exp', { x }),
    sigmoid: (x) => run('Sigmoid', { x }),
    tanh: (x) => run('Tanh', { x }),
    softmax: (logits) => run('Softmax', { logits }),
    addRows(sums, matrix) {
      const { whole, from, rows, columns } = partOf(matrix);
      addUp(numbers(sums), numbers(whole).subarray(from, from + rows * columns));
    },
    free: (...tensors) => tensors.forEach(({ dataId }) => cpu.disposeData(dataId)),
  };
}

/** Numbers in rows and columns: how far it is from one to the next, down and across. */
interface Grid {
  readonly numbers: Float32Array;
  readonly from: number;
  readonly down: number;
  readonly across: number;
}

function clear({ numbers, from, down }: Grid, { rows, columns }: Extent): void {
  for (let row = 0; row < rows; row++) {
    numbers.fill(0, from + row * down, from + row * down + columns);
  }
}

function addProduct(out: Grid, a: Grid, b: Grid, { rows, depth, columns }: Extent): void {
  for (let row = 0; row < rows; row++) {
    for (let inner = 0; inner < depth; inner++) {
      const factor = a.numbers[a.from + row * a.down + inner * a.across];
      const [to, from] = [out.from + row * out.down, b.from + inner * b.down];
      for (let column = 0; column < columns; column++) {
        out.numbers[to + column] += factor * b.numbers[from + column * b.across];
      }
    }
  }
}

function addUp(sums: Float32Array, rows: Float32Array): void {
  for (let from = 0; from < rows.length; from += sums.length) {
    for (let column = 0; column < sums.length; column++) sums[column] += rows[from + column];
  }
}
