import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { drop, type Dropout } from '../../nn/dropout';
import { dense } from '../../nn/layers';
import { glorotWeight, type Weights } from '../../nn/weights';

/** The weights of a tower of so many layers, by its name. */
export function startTower(name: string, dim: number, layers: number, random: Random): Weights {
  const entries = Array.from({ length: layers }, (_zero, layer) => [
    [`${name}.${layer}`, glorotWeight(dim, dim, random)],
    [`${name}.${layer}.bias`, tf.zeros([dim])],
  ]);
  return Object.fromEntries(entries.flat()) as Weights;
}

/** What the tower `name` makes of `x` `[rows, dim]`: each layer adds to it `max(x · W + b, 0)`. */
export function climb(
  weights: Weights,
  name: string,
  x: tf.Tensor,
  dropout: Dropout | null,
): tf.Tensor {
  x = drop(x, dropout);
  for (let layer = 0; `${name}.${layer}` in weights; layer++) {
    const [weight, bias] = [weights[`${name}.${layer}`], weights[`${name}.${layer}.bias`]];
    x = tf.add(x, drop(dense(x, weight, bias, 'relu'), dropout));
  }
  return x;
}
