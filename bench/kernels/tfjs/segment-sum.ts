import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * The kernel that tfjs-backend-wasm lacks for training: without it, no gradient of a
 * `gather` can be computed. A plain loop over the heap, as its own kernels are inside.
 */
export function registerSegmentSum(): void {
  tf.registerKernel({
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc({ inputs, attrs, backend }) {
      const { x, segmentIds } = inputs as Record<'x' | 'segmentIds', tf.TensorInfo>;
      const wasm = backend as BackendWasm;
      const { numSegments } = attrs as unknown as { numSegments: number };
      const sums = wasm.makeOutput([numSegments, ...x.shape.slice(1)], 'float32');
      const [from, ids, to] = [x, segmentIds, sums].map((info) => wasm.typedArrayFromHeap(info));
      const width = x.shape.slice(1).reduce((product, length) => product * length, 1);
      to.fill(0);
      ids.forEach((segment, row) => {
        for (let d = 0; d < width; d++) to[segment * width + d] += from[row * width + d];
      });
      return sums;
    },
  });
}
