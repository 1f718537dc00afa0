import { sub, tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { chained } from '../differentiate';
import { defineKernel, differentiable } from '../kernel';
import { joined } from '../lists';
import { lossOnGpu } from './gpu';
import { lossOnHost } from './host';

const kernel = defineKernel('SampledSoftmax', { host: lossOnHost, gpu: lossOnGpu });

/** Items that are scored, as rows that were looked up: `rows` `[n, dim]`, `bias` `[n]`. */
export interface Candidates {
  readonly rows: Tensor;
  readonly bias: Tensor;
  /** `[n]` which items they are */
  readonly items: Int32Array;
  /** `[n]` the logarithm of how likely each of them was to be sampled */
  readonly logProbabilities: Float32Array;
}

/**
 * The weighted cross-entropy of a softmax over each event's target and the negatives
 * that all events share: the scores are `states · rows + bias`, each less the logarithm
 * of its probability, `states` is `[events, dim]`, `targets` are `[events]`, `shares`
 * `[events]` weights. A negative that is the target does not count for that event.
 * Bengio & Senécal (2008), https://doi.org/10.1109/TNN.2007.912312; with shared
 * negatives, Yi et al. (2019), https://doi.org/10.1145/3298689.3346996
 */
export function sampledSoftmax(
  states: Tensor,
  targets: Candidates,
  negatives: Candidates,
  shares: Float32Array,
): Tensor {
  const correct = ({ bias, logProbabilities }: Candidates): Tensor =>
    sub(bias, tensor1d(logProbabilities));
  const inputs = [states, targets.rows, correct(targets), negatives.rows, correct(negatives)];
  return differentiable(inputs, {
    forward() {
      const [value, ...gradients] = tidy(() => {
        const items = joined(targets.items, negatives.items);
        return kernel([...inputs, tensor1d(items, 'int32'), tensor1d(shares)]);
      });
      return { value, saved: gradients };
    },
    backward: (dy, gradients) => gradients.map((gradient) => chained(gradient, dy)),
  });
}
