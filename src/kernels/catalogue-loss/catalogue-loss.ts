import type { Tensor } from '@tensorflow/tfjs-core';
import { chained } from '../differentiate';
import { defineKernel, differentiable } from '../kernel';
import { catalogueLossOnGpu } from './gpu';
import { catalogueLossOnHost } from './host';

const kernel = defineKernel('CatalogueLoss', {
  host: catalogueLossOnHost,
  gpu: catalogueLossOnGpu,
});

/** What events are scored by: `items` `[items, dim]` and `bias` `[items]`. */
export interface Catalogue {
  readonly items: Tensor;
  readonly bias: Tensor;
}

/**
 * The weighted cross-entropy of a softmax over the whole catalogue: the scores are
 * `states · items + bias` for `states` `[events, dim]`, `targets` int32 `[events]` are item
 * indices and `shares` `[events]` weights. The scores of all events never exist at once,
 * and the gradient comes along with the value.
 */
export function catalogueLoss(
  states: Tensor,
  { items, bias }: Catalogue,
  targets: Tensor,
  shares: Tensor,
): Tensor {
  return differentiable([states, items, bias], {
    forward() {
      const [value, ...gradients] = kernel([states, items, bias, targets, shares]);
      return { value, saved: gradients };
    },
    backward: (dy, gradients) => gradients.map((gradient) => chained(gradient, dy)),
  });
}
