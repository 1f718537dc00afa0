import { matMul, tensor1d, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { embeddingBagBody } from './host/embedding-bag';
import { defineKernel } from './kernel';

const kernel = defineKernel('EmbeddingBag', embeddingBagBody);

/** Rows of a table, and how much each counts: both `[entries]`. */
export interface Bag {
  readonly indices: Int32Array;
  readonly weights: Float32Array;
}

/**
 * The weighted sum of each bag's rows of `table` `[rows, width]`: `[bags, width]`.
 * A row should be in a bag once. Where loops do it, it costs as much as there are
 * entries, not rows. Not differentiable.
 */
export function embeddingBag(table: Tensor, bags: readonly Bag[]): Tensor {
  return kernel.isAvailable() ? sumEntries(table, bags) : matMul(toDense(bags, table), table);
}

function sumEntries(table: Tensor, bags: readonly Bag[]): Tensor {
  const entries = bags.reduce((sum, { indices }) => sum + indices.length, 0);
  const columns = {
    indices: new Int32Array(entries),
    weights: new Float32Array(entries),
    bagOf: new Int32Array(entries),
  };
  let from = 0;
  bags.forEach(({ indices, weights }, bag) => {
    columns.indices.set(indices, from);
    columns.weights.set(weights, from);
    columns.bagOf.fill(bag, from, (from += indices.length));
  });
  const { indices, weights, bagOf } = columns;
  const inputs = [tensor1d(indices, 'int32'), tensor1d(weights), tensor1d(bagOf, 'int32')];
  return kernel.run([table, ...inputs], { count: bags.length })[0];
}

/** `[bags, rows]`, 0 where a bag does not have a row. */
function toDense(bags: readonly Bag[], { shape: [rows] }: Tensor): Tensor {
  const dense = new Float32Array(bags.length * rows);
  bags.forEach(({ indices, weights }, bag) =>
    indices.forEach((index, entry) => (dense[bag * rows + index] = weights[entry])),
  );
  return tensor2d(dense, [bags.length, rows]);
}
