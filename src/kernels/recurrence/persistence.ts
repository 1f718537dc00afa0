import { env } from '@tensorflow/tfjs-core';
import type { Gpu } from '../gpu';

/**
 * Whether a recurrence runs in one dispatch, where a workgroup stays with a sequence, or in
 * one for each step: a GPU waits for dispatches, and adapters in software for barriers.
 */
const flag = 'RECURRENCE_IS_PERSISTENT';

env().registerFlag(flag, () => false);

export function setPersistence(isPersistent: boolean): void {
  env().set(flag, isPersistent);
}

/** Whether it does where a workgroup has an invocation for each of `width` gates. */
export function isPersistent({ limits }: Gpu, width: number): boolean {
  const { maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX } = limits;
  const most = Math.min(maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX);
  return width <= most && env().getBool(flag);
}
