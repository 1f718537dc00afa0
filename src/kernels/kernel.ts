import {
  customGrad,
  engine,
  registerKernel,
  type NamedAttrMap,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { gpuOf, type Gpu } from './gpu';
import { hostOf, type Host, type HostBackendName } from './host';

/** Numbers that a kernel needs beside its tensors. */
export type Attributes = Readonly<Record<string, number>>;

/** What a kernel does where loops can reach the numbers: gives new tensors, frees what else it made. */
export type HostBody<A extends Attributes> = (
  host: Host,
  inputs: readonly TensorInfo[],
  attributes: A,
) => TensorInfo[];

/** The same on WebGPU. */
export type GpuBody<A extends Attributes> = (
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  attributes: A,
) => TensorInfo[];

export interface Bodies<A extends Attributes> {
  readonly host: HostBody<A>;
  readonly gpu: GpuBody<A>;
}

/** Gives new tensors. Not differentiable by itself: see `differentiable`. */
export type Kernel<A extends Attributes> = (inputs: readonly Tensor[], attributes?: A) => Tensor[];

const hostBackends: readonly HostBackendName[] = ['wasm', 'cpu'];

/** One kernel = one name, a body for the processor and one for the GPU. */
export function defineKernel<A extends Attributes>(
  kernelName: string,
  { host, gpu }: Bodies<A>,
): Kernel<A> {
  const register = (
    backendName: string,
    body: (backend: object, inputs: TensorInfo[], attributes: A) => TensorInfo[],
  ): void =>
    registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) =>
        body(backend as object, Object.values(inputs) as TensorInfo[], attrs as unknown as A),
    });
  for (const name of hostBackends) {
    register(name, (backend, inputs, attributes) =>
      host(hostOf(name, backend), inputs, attributes),
    );
  }
  register('webgpu', (backend, inputs, attributes) => gpu(gpuOf(backend), inputs, attributes));
  return (inputs, attributes) =>
    engine().runKernel(
      kernelName,
      { ...inputs } as unknown as Record<string, Tensor>,
      { ...attributes } as NamedAttrMap,
    ) as Tensor[];
}

/** An operation whose gradient is written down instead of derived. */
export interface Derivative {
  /** `saved` is what the gradient needs: all else made on the way forward is freed before it. */
  forward(): { readonly value: Tensor; readonly saved: readonly Tensor[] };
  /** One gradient for each input. */
  backward(dy: Tensor, saved: readonly Tensor[]): Tensor[];
}

/** The value of `forward`, with `backward` as its gradient with respect to `inputs`. */
export function differentiable(
  inputs: readonly Tensor[],
  { forward, backward }: Derivative,
): Tensor {
  const op = customGrad((...args) => {
    const save = args.at(-1) as unknown as (tensors: readonly Tensor[]) => void;
    const { value, saved } = forward();
    save(saved);
    return { value, gradFunc: (dy, kept) => backward(dy as Tensor, kept as Tensor[]) };
  });
  return op(...inputs);
}
