import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * Makes tfjs-backend-wasm transpose before or after it multiplies, whichever moves
 * less: its own transpose flags, which every gradient of a product uses, are 6 to
 * 11 times slower.
 */
export function registerMatMul(): void {
  const multiplyKernel = getKernel('BatchMatMul', 'wasm')!;
  const transposeKernel = getKernel('Transpose', 'wasm')!;

  const kernelFunc: KernelFunc = ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const temporary: TensorInfo[] = [];
    const run = (kernel: KernelFunc, params: Omit<Parameters<KernelFunc>[0], 'backend'>) => {
      const result = kernel({ ...params, backend }) as TensorInfo;
      temporary.push(result);
      return result;
    };
    const flip = (x: TensorInfo): TensorInfo =>
      run(transposeKernel.kernelFunc, { inputs: { x }, attrs: { perm: lastTwoSwapped(x) } });
    const multiply = (a: TensorInfo, b: TensorInfo): TensorInfo =>
      run(multiplyKernel.kernelFunc, {
        inputs: { a, b },
        attrs: { transposeA: false, transposeB: false },
      });

    const { a, b } = inputs as Record<'a' | 'b', TensorInfo>;
    const { transposeA, transposeB } = attrs as unknown as Flags;
    const isSmall = smallProduct(a, b, { transposeA, transposeB });
    let product: TensorInfo;
    if (transposeA && !transposeB && isSmall)
      product = flip(multiply(flip(b), a)); // (bᵀ a)ᵀ
    else if (transposeB && !transposeA && isSmall)
      product = flip(multiply(b, flip(a))); // (b aᵀ)ᵀ
    else product = multiply(transposeA ? flip(a) : a, transposeB ? flip(b) : b);
    for (const tensor of temporary) if (tensor !== product) wasm.disposeData(tensor.dataId);
    return product;
  };
  unregisterKernel('BatchMatMul', 'wasm');
  registerKernel({ ...multiplyKernel, kernelFunc });
}

interface Flags {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

function lastTwoSwapped({ shape }: TensorInfo): number[] {
  const perm = shape.map((_size, axis) => axis);
  perm.push(...perm.splice(-2, 1));
  return perm;
}

/** Whether the operand to be transposed is larger than the other one and the product together. */
function smallProduct(a: TensorInfo, b: TensorInfo, { transposeA, transposeB }: Flags): boolean {
  const [rows, columns] = [transposeA ? a.shape.at(-1)! : a.shape.at(-2)!, b.shape.at(-1)!];
  const outer = transposeB ? b.shape.at(-2)! : columns;
  const batch = sizeOf(a.shape.slice(0, -2));
  const product = batch * rows * outer;
  const [flipped, other] = transposeA ? [a, b] : [b, a];
  return sizeOf(flipped.shape) > sizeOf(other.shape) + product;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
