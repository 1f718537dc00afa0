import { tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import { momentsOf, type Learned, type Rule } from '../optimizer/optimizer';
import { groupByRow, packedLength } from '../segments';
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
  const { packed, byUser, byItem } = pack(batch);
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
          users: byUser,
          items: byItem,
        },
      )[0],
  );
}

/** The batch and its segments as they travel, one after the other, and how many rows it touches. */
function pack({ users, items }: FactorizationBatch) {
  const lengths = [users.length, items.length];
  const ends = [...lengths, ...lengths.map(packedLength)];
  for (let i = 1; i < ends.length; i++) ends[i] += ends[i - 1];
  const packed = new Int32Array(ends[3]);
  packed.set(users);
  packed.set(items, ends[0]);
  const byUser = groupByRow(users, packed.subarray(ends[1], ends[2])).count;
  const byItem = groupByRow(items, packed.subarray(ends[2])).count;
  return { packed, byUser, byItem };
}
