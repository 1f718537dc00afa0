import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { glorotWeight, type Weights } from '../../nn/weights';
import type { Kind, Knowledge } from './knowledge';

/** Layers that read the vector of a field's value, one for each field: `[fields · dim, width]`. */
export function startLayers(
  knowledge: Knowledge,
  dim: number,
  width: number,
  random: Random,
): Weights {
  const layers = (['people', 'items', 'moments'] as const)
    .filter((kind) => knowledge[kind].fields.length > 0)
    .map((kind) => {
      const rows = knowledge[kind].fields.length * dim;
      return [`layer.${kind}`, glorotWeight(rows, width, random)];
    });
  return Object.fromEntries(layers) as Weights;
}

/**
 * What the lowest layer of a network makes of each value, `[values, width]`: as all vectors of
 * a row laid side by side would meet one wide layer.
 */
export function layeredValues(weights: Weights, knowledge: Knowledge, kind: Kind): tf.Tensor {
  const [table, layer] = [weights[`values.${kind}`], weights[`layer.${kind}`]];
  const { fields, size } = knowledge[kind];
  const dim = layer.shape[0]! / fields.length;
  const read = fields.map(({ first }, field) => {
    const values = (fields[field + 1]?.first ?? size) - first;
    const vectors = tf.slice(table, [first, 0], [values, dim]);
    return tf.matMul(vectors, tf.slice(layer, [field * dim, 0], [dim, -1]));
  });
  return read.length === 1 ? read[0] : tf.concat(read);
}
