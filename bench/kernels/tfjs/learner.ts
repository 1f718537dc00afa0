import * as tf from '@tensorflow/tfjs';
import type { HostWeights } from '../../../src/engine/nn/weights';
import type { Contender } from '../realm';

export type Variables = Readonly<Record<string, tf.Variable>>;

/** The weights as variables, by the same names. */
export function variablesOf(weights: HostWeights): Variables {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, values }]) => [
      name,
      tf.variable(tf.tensor(values, [...shape])),
    ]),
  );
}

/**
 * A contender that minimizes as tfjs's own documentation does: `optimizer.minimize`,
 * and the loss of the last step read at the end. Batches come from host arrays in each
 * step, as they do where batches differ.
 */
export function learner(
  variables: Variables,
  checked: () => tf.Scalar,
  timed: (step: number) => tf.Scalar,
): Contender {
  const optimizer = tf.train.adam(0.001);
  const list = Object.values(variables);
  let step = 0;
  return {
    async check() {
      const { value, grads } = tf.variableGrads(checked, list);
      const gradients: Record<string, Float32Array> = {};
      for (const [name, variable] of Object.entries(variables)) {
        gradients[name] = (await grads[variable.name].data()) as Float32Array;
      }
      const loss = (await value.data()) as Float32Array;
      tf.dispose([value, grads]);
      return { loss, gradients };
    },
    async run(steps) {
      let last: tf.Scalar | null = null;
      for (let i = 0; i < steps; i++) {
        const batch = step++;
        last?.dispose();
        last = optimizer.minimize(() => timed(batch), true, list);
      }
      await last?.data();
      last?.dispose();
      return steps;
    },
  };
}
