import { tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import { momentsOf, type Learned, type Rule } from '../optimizer/optimizer';
import { groupByRow } from '../segments';
import { stepOnGpu } from './gpu';
import { stepOnHost } from './host';
import { lossCode, type FactorizationLoss } from './loss';

export type { FactorizationLoss } from './loss';

const kernel = defineKernel('Factorize', { host: stepOnHost, gpu: stepOnGpu });

/** What a factorization learns; a user and an item score their dot product and the item's bias. */
export interface Factorization {
  /** `[users, dim]` */
  readonly users: Learned;
  /** `[items, dim]` */
  readonly items: Learned;
  /** `[items]` */
  readonly bias: Learned;
}

export interface FactorizationBatch {
  /** `[events]` */
  readonly users: Int32Array;
  /**
   * What is scored for them: `[events]` chosen items; after these, for `bpr` as many that
   * were not chosen, and for `sampled-softmax` any number that all events share.
   */
  readonly items: Int32Array;
  /**
   * For `mse` and `bce` what the score should be, `[events]`; for `sampled-softmax` the
   * logarithm of how likely each of the items was to be sampled, `[items]`; else null.
   */
  readonly targets: Float32Array | null;
}

/**
 * One step of learning, in place, of the rows that the batch touches, and the mean loss
 * before it, `[]`: `mse` (s - t)², `bce` over σ(s), `bpr` -log σ(s⁺ - s⁻) of Rendle et al.
 * (2009), https://arxiv.org/abs/1205.2618, or `sampled-softmax`, the cross-entropy among the
 * chosen and the shared items, each score less its `targets`, of Bengio & Senécal (2008),
 * https://doi.org/10.1109/TNN.2007.912312. `l2` times the squares of the vectors that
 * an event has to itself is added to its loss.
 */
export function factorizationStep(
  { users, items, bias }: Factorization,
  batch: FactorizationBatch,
  options: { readonly loss: FactorizationLoss; readonly l2: number; readonly rule: Rule },
): Tensor {
  const { name, ...rule } = options.rule;
  const code = lossCode[options.loss];
  const [byUser, byItem] = [groupByRow(batch.users), groupByRow(batch.items)];
  const packed = joined([batch.users, batch.items, byUser.packed, byItem.packed]);
  return tidy(
    () =>
      kernel(
        [
          ...[users, items, bias].flatMap(({ weight, moments }) => [weight, moments]),
          tensor1d(packed, 'int32'),
          tensor1d(batch.targets ?? [0], 'float32'),
        ],
        {
          ...rule,
          moments: momentsOf[name],
          loss: code,
          l2: options.l2,
          events: batch.users.length,
          candidates: batch.items.length,
          users: byUser.count,
          items: byItem.count,
        },
      )[0],
  );
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
