import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import { onGpu } from './hidden-gradient/gpu';
import { onHost } from './hidden-gradient/host';

const kernel = defineKernel('HiddenGradient', { host: onHost, gpu: onGpu });

/** What each state sent to the gates of the next position, and from where. */
export interface Sent {
  /** `[positions, units]` */
  readonly states: Tensor;
  /** A `Ragged`'s. */
  readonly starts: Tensor;
  /** The gradient of what was sent, `[positions, gates · units]`, by the position that got it. */
  readonly dSent: Tensor;
}

/** The gradient of the weights by which states are sent, `[units, gates · units]`. */
export function hiddenGradient({ states, starts, dSent }: Sent): Tensor {
  return kernel([states, starts, dSent], { hasBias: 0 })[0];
}

/** The same, and that of the bias added to it, `[gates · units]`. */
export function hiddenGradients({ states, starts, dSent }: Sent): Tensor[] {
  return kernel([states, starts, dSent], { hasBias: 1 });
}
