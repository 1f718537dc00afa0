import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Native } from '../../wasm/native';
import { placesOf, type Step } from '../steps';

/** `open` of `loops.ts`. */
export function open(
  native: Native,
  tensors: readonly TensorInfo[],
  step: Step,
  units: number,
): void {
  const [gates, states] = tensors;
  const { at, before } = placesOf(native, step);
  native.routines.openGru(at(gates), at(states), before(states), step.count, units);
}

/** `blame` of `loops.ts`. */
export function blame(
  native: Native,
  tensors: readonly TensorInfo[],
  step: Step,
  units: number,
): void {
  const [errors, gates, states, dGates] = tensors;
  const { at, before } = placesOf(native, step);
  native.routines.blameGru(
    at(dGates),
    before(errors),
    at(errors),
    at(gates),
    before(states),
    step.count,
    units,
  );
}
