import * as tf from '@tensorflow/tfjs-core';
import { crossEntropy } from '../cross-entropy/cross-entropy';
import { catalogueLoss as body } from './host';
import { defineHostKernel, differentiable } from '../kernel';

const kernel = defineHostKernel('CatalogueLoss', body);

/** What events are scored by: `items` `[items, dim]` and `bias` `[items]`. */
export interface Catalogue {
  readonly items: tf.Tensor;
  readonly bias: tf.Tensor;
}

/**
 * The weighted cross-entropy of a softmax over the whole catalogue: the scores are
 * `states · items + bias` for `states` `[events, dim]`, `targets` `[events]` are item
 * indices and `shares` `[events]` weights. The scores of all events never exist at once.
 */
export function catalogueLoss(
  states: tf.Tensor,
  { items, bias }: Catalogue,
  targets: tf.Tensor,
  shares: tf.Tensor,
): tf.Tensor {
  if (!kernel.isAvailable()) {
    const logits = tf.add(tf.matMul(states, items, false, true), bias);
    return crossEntropy(logits, targets, shares);
  }
  return differentiable([states, items, bias], {
    forward() {
      const [value, ...gradients] = kernel.run([states, items, bias, targets, shares]);
      return { value, saved: gradients };
    },
    backward: (dy, gradients) => gradients.map((gradient) => tf.mul(gradient, dy)),
  });
}
