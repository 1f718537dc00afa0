import * as tf from '@tensorflow/tfjs';
import { attentionWeights, type AttentionProblem } from '../problems/attention';
import { sequences } from '../problems/sequences';
import type { Contender } from '../realm';
import { learner, variablesOf, type Variables } from './learner';
import { catalogueLoss } from './sequences';

/** Added to a variance. */
const epsilon = 1e-8;

export function attention(problem: AttentionProblem): Contender {
  const variables = variablesOf(attentionWeights(problem));
  const { inputs, targets } = sequences(problem);
  const future = visibility(problem.time);
  const loss = (): tf.Scalar =>
    catalogueLoss(
      encode(problem, variables, inputs, future),
      { items: variables.items, bias: variables.bias },
      targets,
    );
  return learner(variables, loss, loss);
}

/** The state after each position: `[batch · time, dim]` */
function encode(
  { batch, time, dim, blocks }: AttentionProblem,
  weights: Variables,
  inputs: Int32Array,
  future: tf.Tensor,
): tf.Tensor {
  const table = tf.gather(weights.items, tf.tensor1d(inputs, 'int32'));
  const vectors = tf.reshape(tf.mul(table, Math.sqrt(dim)), [batch, time, dim]);
  const places = tf.reverse(weights.positions, 0); // the first is the newest position's
  let x = tf.reshape(tf.add(vectors, places), [batch * time, dim]);
  for (let layer = 0; layer < blocks; layer++) {
    const of = (name: string): tf.Tensor => weights[`${layer}.${name}`];
    const normal = layerNorm(x, of('attention.scale'), of('attention.shift'));
    const projected = tf.reshape(tf.matMul(normal, of('input')), [batch, time, 3 * dim]);
    const [query, key, value] = tf.split(projected, 3, 2);
    const affinity = tf.mul(tf.matMul(query, key, false, true), dim ** -0.5);
    const seen = tf.matMul(tf.softmax(tf.add(affinity, future)), value);
    x = tf.add(x, tf.matMul(tf.reshape(seen, [batch * time, dim]), of('output')));
    const middle = layerNorm(x, of('dense.scale'), of('dense.shift'));
    const inner = tf.relu(tf.add(tf.matMul(middle, of('inner')), of('innerBias')));
    x = tf.add(x, tf.add(tf.matMul(inner, of('outer')), of('outerBias')));
  }
  return layerNorm(x, weights['final.scale'], weights['final.shift']);
}

function layerNorm(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, -1, true);
  const normal = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normal, scale), shift);
}

/** 0 where a position may be seen, else very low: `[time, time]` */
function visibility(time: number): tf.Tensor {
  const values = Float32Array.from({ length: time * time }, (_zero, i) =>
    i % time > Math.floor(i / time) ? -1e9 : 0,
  );
  return tf.tensor(values, [time, time]);
}
