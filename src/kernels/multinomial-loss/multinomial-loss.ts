import type { Tensor } from '@tensorflow/tfjs-core';
import { chained } from '../differentiate';
import { defineKernel, differentiable } from '../kernel';
import type { Sparse } from '../sparse';
import { multinomialLossOnGpu } from './gpu';
import { multinomialLossOnHost } from './host';

const kernel = defineKernel('MultinomialLoss', {
  host: multinomialLossOnHost,
  gpu: multinomialLossOnGpu,
});

/**
 * How unlikely a softmax of each row of `scores` `[rows, columns]` makes what was counted:
 * `-Σ counts · log softmax(scores)`. No column may occur twice in a row of `counts`. The
 * gradient, `Σ counts · softmax(scores) - counts` in each row, comes along with the value.
 */
export function multinomialLoss(scores: Tensor, { offsets, indices, values }: Sparse): Tensor {
  return differentiable([scores], {
    forward() {
      const [value, gradient] = kernel([scores, offsets, indices, values]);
      return { value, saved: [gradient] };
    },
    backward: (dy, [gradient]) => [chained(gradient, dy)],
  });
}
