import * as tf from '../../kernels/tensor';
import type { Random } from '../../kernels/random';

/** What a model learns: tensors by name, flat, so that one `save` serves every model. */
export type Weights = { readonly [name: string]: tf.Tensor };

/** Weights on the host, as checkpoints hold them. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}
export type HostWeights = { readonly [name: string]: HostTensor };
