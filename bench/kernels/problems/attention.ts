import type { HostTensor, HostWeights } from '../../../src/engine/nn/weights';
import { createRandom } from '../../../src/kernels/random';
import type { Work } from '../statistics';
import { sequenceSeed } from './sequences';
import { count } from './words';
import { adamBytes, constant, normals } from './weights';

/** One step of SASRec with one head, without dropout, and a full softmax everywhere; Adam. */
export interface AttentionProblem {
  readonly kind: 'attention';
  readonly batch: number;
  readonly time: number;
  readonly dim: number;
  readonly blocks: number;
  readonly items: number;
  /** Whether all histories are full, or of any length up to that; the peers know only full ones. */
  readonly histories: 'full' | 'ragged';
}

export function attentionShape(problem: AttentionProblem): string {
  const { batch, time, dim, blocks, items, histories } = problem;
  const sizes = `batch ${batch}, T=${time}, d=${dim}, ${blocks} blocks, ${count(items)} items`;
  return histories === 'ragged' ? `${sizes}, ragged` : sizes;
}

/**
 * Far from 0 on either side, so that rectifiers pass half of the hidden numbers and none of them is
 * 0 but for rounding, where their slope jumps and those who compute the same have other gradients.
 */
const decided = (dim: number): HostTensor => ({
  shape: [dim],
  values: Float32Array.from({ length: dim }, (_zero, i) => (i % 2 ? 6 : -6)),
});

export function attentionWeights({ time, dim, blocks, items }: AttentionProblem): HostWeights {
  const random = createRandom(sequenceSeed);
  const square = () => normals([dim, dim], 0.1, random);
  const norm = (name: string): HostWeights => ({
    [`${name}.scale`]: constant([dim], 1),
    [`${name}.shift`]: constant([dim], 0),
  });
  const block = (_zero: unknown, layer: number): HostWeights => ({
    ...norm(`${layer}.attention`),
    [`${layer}.input`]: normals([dim, 3 * dim], 0.1, random), // query, key and value
    [`${layer}.output`]: square(),
    ...norm(`${layer}.dense`),
    [`${layer}.inner`]: square(),
    [`${layer}.innerBias`]: decided(dim),
    [`${layer}.outer`]: square(),
    [`${layer}.outerBias`]: constant([dim], 0),
  });
  return Object.assign(
    {
      items: normals([items, dim], 0.1, random),
      bias: constant([items], 0),
      positions: normals([time, dim], 0.1, random),
    },
    ...Array.from({ length: blocks }, block),
    norm('final'),
  ) as HostWeights;
}

/**
 * Products only, of which going backward has twice as many: six of `dim × dim` in each
 * block, the two of attention over what is not later, and states with the catalogue.
 * Memory: the weights under Adam, once.
 */
export function attentionWork({ batch, time, dim, blocks, items }: AttentionProblem): Work {
  const tokens = batch * time;
  const dense = blocks * tokens * 6 * 2 * dim * dim;
  const attention = blocks * batch * time * (time + 1) * 2 * dim;
  const scores = tokens * 2 * dim * items;
  const weights = items * (dim + 1) + time * dim + blocks * (6 * dim * dim + 6 * dim) + 2 * dim;
  return { flops: 3 * (dense + attention + scores), bytes: adamBytes(weights) };
}
