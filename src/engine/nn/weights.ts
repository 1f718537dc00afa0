import * as tf from '../../kernels/tensor';
import type { Random } from '../../kernels/random';

/** What a model learns: tensors by name, flat, so that one `save` serves every model. */
export type Weights = { readonly [name: string]: tf.Tensor };

/** A tensor on the host, as checkpoints hold it. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Weights on the host. */
export type HostWeights = { readonly [name: string]: HostTensor };

/**
 * Tables with a row for each user are called `users`, or begin with `users.` where there are
 * several; in a model of several parts, behind the name of the part.
 */
export function isOfUsers(name: string): boolean {
  return name.split('.').includes('users');
}

/** Each behind `prefix` and a dot, so that several sets of tensors can lie side by side. */
export function prefixed<T>(
  prefix: string,
  tensors: Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [`${prefix}.${name}`, tensor]),
  );
}

/** Those of `tensors` that lie behind `prefix`, by their own names. */
export function behindPrefix<T>(
  prefix: string,
  tensors: Readonly<Record<string, T>>,
): Record<string, T> {
  const start = `${prefix}.`;
  return Object.fromEntries(
    Object.entries(tensors)
      .filter(([name]) => name.startsWith(start))
      .map(([name, tensor]) => [name.slice(start.length), tensor]),
  );
}

/**
 * The vectors of the items, `[items, dim]`: the table `items`, or that of a model's ranker;
 * undefined where there is none.
 */
export function itemTableOf<T>(weights: Readonly<Record<string, T>>): T | undefined {
  return weights.items ?? weights['ranker.items'];
}

/** Normal numbers around 0. */
export function normalWeight(
  shape: readonly number[],
  deviation: number,
  random: Random,
): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Float32Array.from({ length: size }, () => deviation * random.normal());
  return tf.tensor(values, [...shape]);
}

/** Normal numbers whose variance suits a layer `[in, out]`: Glorot & Bengio (2010). */
export function glorotWeight(rows: number, columns: number, random: Random): tf.Tensor {
  return normalWeight([rows, columns], Math.sqrt(2 / (rows + columns)), random);
}

/** The mean of the squared lengths of `vectors` `[rows, dim]`. */
export function meanSquare(vectors: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sum(tf.square(vectors), 1));
}

/** A copy on the host; the device keeps its own. */
export async function snapshot(weights: Weights): Promise<HostWeights> {
  const read = async ([name, tensor]: [string, tf.Tensor]): Promise<[string, HostTensor]> => {
    // A clone takes the host's copy with it when it is disposed; `data` would leave one behind.
    const copy = tf.clone(tensor);
    const values = Float32Array.from((await copy.data()) as Float32Array);
    copy.dispose();
    return [name, { shape: tensor.shape, values }];
  };
  return Object.fromEntries(await Promise.all(Object.entries(weights).map(read)));
}

/** Back onto the device; the caller disposes them. */
export function restore(weights: HostWeights): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, values }]) => [
      name,
      tf.tensor(values.slice(), [...shape]),
    ]),
  );
}
