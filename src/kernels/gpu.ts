import { env, type DataType, type TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** WebGPU as a kernel body sees it: tensors that lie in buffers, and shaders to run over them. */
export interface Gpu {
  readonly limits: GPUSupportedLimits;
  /** A tensor with arbitrary numbers in it, the maker's to return or to free. */
  make(shape: readonly number[], dtype?: DataType): TensorInfo;
  /** Puts numbers of the processor, such as sorted indices, onto the device. */
  upload(values: Int32Array | Float32Array): TensorInfo;
  run(dispatch: Dispatch): void;
  /** Hands over what was run so far: between heavy dispatches, so that none holds the device long. */
  submit(): void;
  /** The numbers of scalars, once all that was run before is done: one read for all of them. */
  readScalars(scalars: readonly TensorInfo[]): Promise<Float32Array>;
  free(...tensors: readonly TensorInfo[]): void;
}

/** One run of a compute shader, whose entry point is `main`. */
export interface Dispatch {
  /** WGSL. Tensors are bound in order from `@binding(0)`, then the uniforms, if any. */
  readonly shader: string;
  /** Become `const NAME = value;` before the shader; each set of values is compiled once. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Float32 as f32, int32 as i32 or u32; at most 8, each of which the shader must use. */
  readonly tensors: readonly TensorInfo[];
  /** Which of the tensors the shader writes to; they may be read as well. */
  readonly writes: readonly TensorInfo[];
  /** A struct of u32 in this order, … */
  readonly integers?: readonly number[];
  /** … and then of f32. */
  readonly floats?: readonly number[];
  readonly workgroups: readonly [x: number, y?: number, z?: number];
}

/** The most workgroups that every adapter allows in one dimension. */
const mostWorkgroups = 65535;

/**
 * Workgroups of `size` for `count` invocations, in two dimensions where one would be
 * too long: the index is then `id.y * stride * size + id.x`, with `num_workgroups.x` as the stride.
 */
export function workgroupsFor(count: number, size = 64): [x: number, y: number] {
  const groups = Math.ceil(count / size);
  const y = Math.ceil(groups / mostWorkgroups) || 1;
  return [Math.ceil(groups / y), y];
}

/** What tfjs keeps for itself, as far as sharing its command encoder needs it. */
interface Recorder {
  readonly device: GPUDevice;
  readonly tensorMap: { get(id: object): { values: unknown; resource: GPUBuffer } };
  readonly commandQueueOwnedIds: WeakSet<object>;
  readonly uniformPendingDisposal: GPUBuffer[];
  readonly bufferManager: { acquireBuffer(size: number, usage: number): GPUBuffer };
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  dispatchCountInPass: number;
  uploadToGPU(id: object): void;
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
}

/** One for each backend, since a pipeline belongs to a device. */
const gpus = new WeakMap<object, Gpu>();

export function gpuOf(backend: object): Gpu {
  const gpu = gpus.get(backend) ?? createGpu(backend as WebGPUBackend);
  gpus.set(backend, gpu);
  return gpu;
}

/**
 * Records into TensorFlow.js's own command encoder, so that our dispatches and its own
 * run in the order of the program and share submits.
 */
function createGpu(backend: WebGPUBackend): Gpu {
  const recorder = backend as unknown as Recorder;
  const { device } = recorder;
  const programs = new Map<string, Program>();

  function programFor(code: string): Program {
    const program = programs.get(code) ?? compile(device, code);
    programs.set(code, program);
    return program;
  }

  function bufferOf({ dataId }: TensorInfo): GPUBuffer {
    recorder.uploadToGPU(dataId);
    recorder.commandQueueOwnedIds.add(dataId);
    return recorder.tensorMap.get(dataId).resource;
  }

  /** A buffer of its own for every dispatch: writes to it come before all that is recorded. */
  function uniformsOf(integers: readonly number[], floats: readonly number[]): GPUBuffer {
    const count = Math.ceil((integers.length + floats.length) / 4) * 4;
    const words = new ArrayBuffer(4 * count);
    new Uint32Array(words).set(integers);
    new Float32Array(words).set(floats, integers.length);
    const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM;
    const buffer = recorder.bufferManager.acquireBuffer(4 * count, usage);
    device.queue.writeBuffer(buffer, 0, words);
    recorder.uniformPendingDisposal.push(buffer);
    return buffer;
  }

  function submit(): void {
    recorder.endComputePassEncoder();
    if (recorder.commandEncoder) recorder.submitQueue();
  }

  return {
    limits: device.limits,
    make: (shape, dtype = 'float32') => backend.makeTensorInfo([...shape], dtype),
    upload(values) {
      const dtype = values instanceof Int32Array ? 'int32' : 'float32';
      return backend.makeTensorInfo([values.length], dtype, values);
    },
    run({ shader, constants = {}, tensors, writes, integers = [], floats = [], workgroups }) {
      const buffers = tensors.map(bufferOf);
      if (integers.length + floats.length > 0) buffers.push(uniformsOf(integers, floats));
      const { pipeline, layout } = programFor(declare(constants) + shader);
      const bindGroup = device.createBindGroup({
        layout,
        entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
      });
      recorder.ensureCommandEncoderReady();
      recorder.computePassEncoder ??= recorder.commandEncoder!.beginComputePass();
      recorder.computePassEncoder.setPipeline(pipeline);
      recorder.computePassEncoder.setBindGroup(0, bindGroup);
      recorder.computePassEncoder.dispatchWorkgroups(...workgroups);
      // A copy on the host, left by an earlier read, would now be stale.
      for (const { dataId } of writes) recorder.tensorMap.get(dataId).values = null;
      recorder.dispatchCountInPass++;
      if (recorder.dispatchCountInPass >= mostDispatches()) submit();
    },
    submit,
    async readScalars(scalars) {
      const sources = scalars.map(bufferOf);
      const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ;
      const staging = device.createBuffer({ size: 4 * scalars.length, usage });
      recorder.ensureCommandEncoderReady();
      recorder.endComputePassEncoder();
      sources.forEach((source, i) =>
        recorder.commandEncoder!.copyBufferToBuffer(source, 0, staging, 4 * i, 4),
      );
      recorder.submitQueue();
      await staging.mapAsync(GPUMapMode.READ);
      const numbers = new Float32Array(staging.getMappedRange().slice(0));
      staging.destroy();
      return numbers;
    },
    free: (...tensors) => tensors.forEach(({ dataId }) => backend.disposeData(dataId)),
  };
}

/** A shader that is ready to run, and what has to be bound to it. */
interface Program {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

function compile(device: GPUDevice, code: string): Program {
  const pipeline = device.createComputePipeline({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code }), entryPoint: 'main' },
  });
  return { pipeline, layout: pipeline.getBindGroupLayout(0) };
}

function mostDispatches(): number {
  return env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE');
}

function declare(constants: Readonly<Record<string, number>>): string {
  return Object.entries(constants)
    .map(([name, value]) => `const ${name} = ${value};\n`)
    .join('');
}
