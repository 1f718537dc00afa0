import { adam } from '../../kernels/adam/adam';
import * as tf from '../../kernels/tensor';
import type { Weights } from './weights';

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** Weights with the running means of their gradients and of the squares of those. */
export type AdamState = {
  readonly weights: Weights;
  /** `NAME.mean` and `NAME.square` for each weight. */
  readonly moments: Weights;
};

/** Moments before the first step. */
export function noMoments(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights).flatMap(([name, weight]) => [
      [`${name}.mean`, tf.zerosLike(weight)],
      [`${name}.square`, tf.zerosLike(weight)],
    ]),
  );
}

/**
 * One dense step of Adam; `step` counts from 1. Gives new tensors and disposes none.
 * Kingma & Ba (2015), https://arxiv.org/abs/1412.6980, in the form at the end of its section 2.
 */
export function adamStep(
  { weights, moments }: AdamState,
  gradients: Weights,
  learningRate: number,
  step: number,
): AdamState {
  const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
  const stepped = Object.entries(weights).map(([name, weight]) => {
    const before = { weight, mean: moments[`${name}.mean`], square: moments[`${name}.square`] };
    return { name, ...adam(before, gradients[name], { rate, beta1, beta2, epsilon }) };
  });
  return {
    weights: Object.fromEntries(stepped.map(({ name, weight }) => [name, weight])),
    moments: Object.fromEntries(
      stepped.flatMap(({ name, mean, square }) => [
        [`${name}.mean`, mean],
        [`${name}.square`, square],
      ]),
    ),
  };
}
