import { expect, test } from 'vitest';
import { countGpuCalls, type GpuClasses } from '../../bench/kernels/counters';

/** Classes like those of WebGPU, which remember what they were called with. */
function fakeGpu() {
  const calls: unknown[][] = [];
  class GPUComputePassEncoder {
    dispatchWorkgroups(...groups: number[]): void {
      calls.push(['dispatch', ...groups]);
    }
    dispatchWorkgroupsIndirect(): void {}
  }
  class GPUQueue {
    submit(buffers: unknown[]): void {
      calls.push(['submit', buffers.length]);
    }
  }
  class GPUBuffer {
    readonly size: number;
    constructor(size: number) {
      this.size = size;
    }
    destroy(): void {}
  }
  class GPUDevice {
    createBuffer({ size }: { size: number }): GPUBuffer {
      return new GPUBuffer(size);
    }
  }
  return { calls, GPUComputePassEncoder, GPUQueue, GPUBuffer, GPUDevice };
}

test('dispatches, submits and bytes are counted, and the calls still made', () => {
  const gpu = fakeGpu();
  const counts = countGpuCalls(gpu as unknown as GpuClasses);
  expect(counts()).toEqual({ dispatches: 0, submits: 0, bytes: 0 });
  const pass = new gpu.GPUComputePassEncoder();
  pass.dispatchWorkgroups(3, 2);
  pass.dispatchWorkgroups(1);
  pass.dispatchWorkgroupsIndirect();
  new gpu.GPUQueue().submit(['a', 'b']);
  const device = new gpu.GPUDevice();
  device.createBuffer({ size: 100 });
  device.createBuffer({ size: 20 });
  expect(counts()).toEqual({ dispatches: 3, submits: 1, bytes: 120 });
  expect(gpu.calls).toEqual([
    ['dispatch', 3, 2],
    ['dispatch', 1],
    ['submit', 2],
  ]);
});

test('a buffer that is destroyed, once or twice, is no longer held', () => {
  const gpu = fakeGpu();
  const counts = countGpuCalls(gpu as unknown as GpuClasses);
  const device = new gpu.GPUDevice();
  const [first] = [device.createBuffer({ size: 64 }), device.createBuffer({ size: 36 })];
  first.destroy();
  first.destroy();
  expect(counts().bytes).toBe(36);
});
