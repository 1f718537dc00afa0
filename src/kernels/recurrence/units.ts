import * as tf from '@tensorflow/tfjs-core';

/**
 * Runs a recurrence with units in a multiple of four, as its bodies want them: units
 * without inputs or weights stay at zero and disturb nobody. `inputs` end in
 * `[gates · units]`; the second, `[units, gates · units]`, says how many units there are.
 */
export function inFours(
  inputs: readonly tf.Tensor[],
  gates: number,
  recurrence: (...inputs: tf.Tensor[]) => tf.Tensor,
): tf.Tensor {
  const [units]: number[] = inputs[1].shape;
  const missing = -units & 3;
  if (missing === 0) return recurrence(...inputs);
  return tf.tidy(() => {
    const [first, hidden, ...others] = inputs.map((input) => widen(input, gates, units, missing));
    const wide = tf.pad(hidden, [
      [0, missing],
      [0, 0],
    ]);
    return tf.slice(recurrence(first, wide, ...others), [0, 0], [-1, units]);
  });
}

/** `[…, gates · units]` with zeros for `missing` units more in each gate. */
function widen(x: tf.Tensor, gates: number, units: number, missing: number): tf.Tensor {
  const apart = tf.reshape(x, [-1, gates, units]);
  const wide = tf.pad(apart, [
    [0, 0],
    [0, 0],
    [0, missing],
  ]);
  return tf.reshape(wide, [...x.shape.slice(0, -1), gates * (units + missing)]);
}
