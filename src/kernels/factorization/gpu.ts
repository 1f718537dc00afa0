import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Dispatch, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import ruleShader from '../optimizer/rule.wgsl?raw';
import { ruleFloats } from '../optimizer/rule';
import { totalOf } from '../total/total';
import commonShader from './common.wgsl?raw';
import errorsShader from './errors.wgsl?raw';
import itemsShader from './items.wgsl?raw';
import { lossCode, ownCandidates, type StepNumbers } from './loss';
import usersShader from './users.wgsl?raw';

/** Four dispatches: slopes of the scores, step of the users, step of the items, sum of the losses. */
export function stepOnGpu(
  gpu: Gpu,
  inputs: readonly TensorInfo[],
  numbers: StepNumbers,
): TensorInfo[] {
  const [users, userMoments, items, itemMoments, bias, biasMoments, batch, targets] = inputs;
  const { events, candidates } = numbers;
  const [catalogue, dim] = items.shape;
  const { lanes, prelude } = lanesOf(dim);
  const own = ownCandidates(numbers.loss);
  const shared = candidates - own * events;
  const columns = dim / lanes;
  const sizes = {
    USER_SIZE: users.shape[0] * columns,
    ITEM_SIZE: catalogue * columns,
    CATALOGUE: catalogue,
  };
  const slopes = gpu.make([own + shared, events]);
  const [gathered, losses] = [gpu.make([events, dim]), gpu.make([events])];

  const run = (
    shader: string,
    count: number,
    tensors: Pick<Dispatch, 'tensors' | 'writes'>,
  ): void => {
    const workgroups = workgroupsFor(count);
    gpu.run({
      shader: prelude + ruleShader + commonShader + shader,
      constants: { ...codes, ...sizes, OWN: own, LOSS: numbers.loss, MOMENTS: numbers.moments },
      ...tensors,
      integers: [...[events, shared, columns, numbers.users, numbers.items, 64 * workgroups[0]]],
      floats: [numbers.l2, ...ruleFloats(numbers)],
      workgroups,
    });
  };
  run(errorsShader, events, {
    tensors: [batch, targets, users, items, bias, slopes, gathered, losses],
    writes: [slopes, gathered, losses],
  });
  const perRow = Math.ceil(columns / 4); // invocations
  run(usersShader, numbers.users * perRow, {
    tensors: [batch, slopes, items, users, userMoments],
    writes: [users, userMoments],
  });
  run(itemsShader, numbers.items * (perRow + 1), {
    tensors: [batch, slopes, gathered, items, itemMoments, bias, biasMoments],
    writes: [items, itemMoments, bias, biasMoments],
  });
  const loss = totalOf(gpu, losses);
  gpu.free(slopes, gathered, losses);
  return [loss];
}

const codes = {
  BCE: lossCode.bce,
  BPR: lossCode.bpr,
  SOFTMAX: lossCode['sampled-softmax'],
};
