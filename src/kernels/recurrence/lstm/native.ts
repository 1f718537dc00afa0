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
  const [gates, cells, states] = tensors;
  const { at, before } = placesOf(native, step);
  native.routines.openLstm(at(gates), at(cells), at(states), before(cells), step.count, units);
}

/** `blame` of `loops.ts`. */
export function blame(
  native: Native,
  tensors: readonly TensorInfo[],
  step: Step,
  units: number,
): void {
  const [errors, gates, cells, dCells, dGates] = tensors;
  const { at, before } = placesOf(native, step);
  native.routines.blameLstm(
    at(dGates),
    native.address(dCells),
    at(errors),
    at(gates),
    at(cells),
    before(cells),
    step.count,
    units,
  );
}
