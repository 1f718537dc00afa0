import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { failure } from '../errors';
import { lookup } from './lookup/lookup';
import { registerMatMul } from './matmul/matmul';
import { setLargestTile } from './matmul/tile';
import { setPersistence } from './recurrence/persistence';
import './tensor';
import { registerWasmKernels } from './wasm/register';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

/** What computes, and why nothing faster does. */
export interface Device {
  readonly backend: BackendName;
  readonly adapter: string;
  readonly skipped: readonly { readonly backend: BackendName; readonly why: string }[];
}

export interface BackendOptions {
  /** The only backend to try, or null for the best that works. */
  readonly preferred: BackendName | null;
  /** Where the WASM binary is: a URL, or a path in Node. */
  readonly wasmPath: string;
}

/**
 * Starts the best backend that passes its self-test: WebGPU unless the adapter is
 * software, else WASM, else plain JavaScript. @throws DeviceError when none does
 */
export async function startBackend(options: BackendOptions): Promise<Device> {
  const order: readonly BackendName[] = options.preferred
    ? [options.preferred]
    : ['webgpu', 'wasm', 'cpu'];
  const skipped: { backend: BackendName; why: string }[] = [];
  for (const backend of order) {
    try {
      const adapter = await starters[backend](options);
      await selfTest();
      return { backend, adapter, skipped };
    } catch (error) {
      skipped.push({ backend, why: error instanceof Error ? error.message : String(error) });
    }
  }
  const reasons = skipped.map(({ backend, why }) => `${backend}: ${why}`).join(' ');
  throw failure('DeviceError', `No backend could be started. ${reasons}`);
}

/**
 * Why a device goes away. One that fails, for want of memory or by a mistake of ours,
 * leaves zeros behind and says so nowhere else: it is given up before anyone learns from them.
 */
async function lossOf(device: GPUDevice): Promise<string> {
  let fault = '';
  device.addEventListener('uncapturederror', ({ error }) => {
    fault ||= error.message;
    device.destroy();
  });
  const { reason, message } = await device.lost;
  return fault || `${reason}: ${message}`;
}

/** Why the GPU that was started last went away; pending as long as it is there. */
let loss: Promise<string> = new Promise(() => {});

/** How long the browser may take to say that a device is lost after a read from it failed, in ms. */
const lossNotice = 500;

/** What the browser says of the GPU's loss, or null when it is there, or none was in use. */
export function deviceLoss(): Promise<string | null> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, lossNotice, null));
  return Promise.race([loss, patience]);
}

/**
 * Starts anew after the device was lost: the same backend on a new device, or else the
 * next best. What was on the lost one is gone. @throws DeviceError when nothing starts
 */
export async function replaceBackend(options: BackendOptions): Promise<Device> {
  try {
    return await startBackend(options);
  } catch {
    return startBackend({ ...options, preferred: null });
  }
}

type Starter = (options: BackendOptions) => Promise<string>;

const starters: Readonly<Record<BackendName, Starter>> = {
  webgpu: startWebGpu,
  wasm: startWasm,
  cpu: startCpu,
};

/** Starts WebGPU on a device of our own, with all the adapter's limits; gives the adapter's name. */
async function startWebGpu({ preferred }: BackendOptions): Promise<string> {
  const gpu = (globalThis.navigator as Navigator | undefined)?.gpu;
  if (!gpu) throw new Error('This browser has no WebGPU.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('The browser offers no GPU adapter.');
  if (isSoftware(adapter) && preferred !== 'webgpu') {
    throw new Error(`The only adapter, ${nameOf(adapter.info)}, is software and slower than WASM.`);
  }
  const device = await adapter.requestDevice({
    requiredFeatures: usefulFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: limitsOf(adapter),
  });
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info), 3);
  registerMatMul();
  setLargestTile(isSwiftShader(adapter) ? 16 : 8);
  setPersistence(!isSoftware(adapter));
  // Small tensors would go to the CPU backend as plain arrays, which its kernels do not take.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  // Small dispatches travel together; heavy kernels hand over by themselves.
  tf.env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', 64);
  loss = lossOf(device);
  await select('webgpu');
  return nameOf(adapter.info);
}

const usefulFeatures: readonly GPUFeatureName[] = ['timestamp-query', 'shader-f16', 'subgroups'];

/** Limits that kernels need; everything else stays at its default. */
function limitsOf({ limits }: GPUAdapter): Record<string, number> {
  return {
    maxBufferSize: limits.maxBufferSize,
    maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
    maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
    maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
    maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
    maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
  };
}

/** Whether the adapter runs on the processor; SwiftShader and llvmpipe do not always say so. */
function isSoftware({ info }: GPUAdapter): boolean {
  return info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|software/i.test(nameOf(info));
}

/** Chromium's own, which compiles in no time what others take seconds for. */
function isSwiftShader({ info }: GPUAdapter): boolean {
  return /swiftshader/i.test(nameOf(info));
}

function nameOf({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed GPU';
}

/** Starts WASM with SIMD on one thread, and registers the kernels that it lacks. */
async function startWasm({ wasmPath }: BackendOptions): Promise<string> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error('This browser has no WebAssembly SIMD.');
  }
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  wasm.setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmPath,
    'tfjs-backend-wasm-simd.wasm': wasmPath,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmPath,
  });
  await select('wasm');
  await registerWasmKernels(tf.backend() as BackendWasm);
  return 'SIMD, 1 thread';
}

async function startCpu(): Promise<string> {
  await import('@tensorflow/tfjs-backend-cpu');
  await select('cpu');
  return 'plain JavaScript, slow';
}

/** `setBackend` gives false, instead of throwing, when a backend does not come up. */
async function select(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`The ${name} backend did not come up.`);
  await tf.ready();
}

/**
 * A known gather and a known gradient. Some drivers return zero gradients
 * (tensorflow/tfjs#8590): better to know before a model learns nothing.
 */
async function selfTest(): Promise<void> {
  const result = tf.tidy(() => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const loss = (x: tf.Tensor): tf.Scalar => tf.sum(tf.square(lookup(x, Int32Array.of(2, 0, 2))));
    return tf.grad(loss)(table);
  });
  const found = Array.from(await result.data());
  result.dispose();
  const expected = [2, 4, 0, 0, 20, 24];
  if (!expected.every((value, i) => Math.abs(value - found[i]) < 1e-3)) {
    throw new Error(`It failed its self-test: a gradient was ${found.join(' ')}.`);
  }
}
