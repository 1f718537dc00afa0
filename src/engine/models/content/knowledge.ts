import type { Random } from '../../../kernels/random';
import { propagate } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import { itemCounts, type Dataset, type Query } from '../../data/dataset';
import { itemFeatures, momentFeatures, personFeatures, type Features } from '../../data/features';
import type { Valued } from '../../nn/factorization-machine';
import { featureRows } from '../../nn/feature-rows';
import { normalWeight, type Weights } from '../../nn/weights';

/** All that data say beside who chose what: a row for each user, item and interaction. */
export interface Knowledge {
  readonly people: Features;
  readonly items: Features;
  readonly moments: Features;
  /** `[items]`: the row that an item has in a table by id; all that nobody chose share the last. */
  readonly rowOf: Int32Array;
}

export type Kind = 'people' | 'items' | 'moments';

/** What the size of vectors means in models with features. */
export const dimHelp = 'Numbers that describe each user, each item and each value of a feature.';

export function knowledgeOf(train: Dataset): Knowledge {
  return {
    people: personFeatures(train),
    items: itemFeatures(train),
    moments: momentFeatures(train),
    rowOf: Int32Array.from(itemCounts(train), (count, item) =>
      count > 0 ? item : train.items.size,
    ),
  };
}

/** Tables of what the values of all fields stand for, `[values, width]`; none without fields. */
export function startValues(
  knowledge: Knowledge,
  width: number,
  random: Random,
  kinds: readonly Kind[] = ['people', 'items', 'moments'],
): Weights {
  const tables = kinds
    .filter((kind) => knowledge[kind].size > 0)
    .map((kind) => [nameOf(kind), normalWeight([knowledge[kind].size, width], 0.01, random)]);
  return Object.fromEntries(tables) as Weights;
}

/** Features, and of what they are. */
export type ValuedKind = Valued & { readonly kind: Kind };

/** Rows of one kind with their table, or nothing where there are no fields; -1 is unknown. */
export function valued(
  weights: Weights,
  knowledge: Knowledge,
  kind: Kind,
  rows: Int32Array,
): readonly ValuedKind[] {
  const table: tf.Tensor | undefined = weights[nameOf(kind)];
  return table ? [{ kind, table, rows: featureRows(knowledge[kind], rows) }] : [];
}

/** What items have by themselves, of a table `[items + 1, width]`: `[rows, width]` */
export function ownOf(table: tf.Tensor, { rowOf }: Knowledge, items: Int32Array): tf.Tensor {
  return tf.lookup(
    table,
    items.map((item) => rowOf[item]),
  );
}

/** `own` `[rows, width]` plus what the values of its features stand for. */
export function addValues(own: tf.Tensor, features: readonly Valued[]): tf.Tensor {
  return features.reduce((sum, { table, rows }) => tf.add(sum, propagate(rows.shares, table)), own);
}

/** Vectors of items, of a table `items.own` and of what their features stand for: `[rows, width]` */
export function describedItems(
  weights: Weights,
  knowledge: Knowledge,
  rows: Int32Array,
): tf.Tensor {
  const own = ownOf(weights['items.own'], knowledge, rows);
  return addValues(own, valued(weights, knowledge, 'items', rows));
}

/** How often the features of a person, or of a moment, are hidden, so that the unknown is learned too. */
const hidden = { people: 0.1, moments: 0.5 };

/** The features of users in the moments of their events, some of them hidden where there is chance. */
export function valuedUsers(
  weights: Weights,
  knowledge: Knowledge,
  { users, events }: { readonly users: Int32Array; readonly events: Int32Array },
  random: Random,
): readonly ValuedKind[] {
  const hide = (rows: Int32Array, kind: keyof typeof hidden): Int32Array =>
    rows.map((row) => (random.uniform() < hidden[kind] ? -1 : row));
  return [
    ...valued(weights, knowledge, 'people', hide(users, 'people')),
    ...valued(weights, knowledge, 'moments', hide(events, 'moments')),
  ];
}

/** The features of `users` at no known moment; of a user -1 nothing is known. */
export function valuedAtRest(
  weights: Weights,
  knowledge: Knowledge,
  users: Int32Array,
): readonly ValuedKind[] {
  return [
    ...valued(weights, knowledge, 'people', users),
    ...valued(
      weights,
      knowledge,
      'moments',
      users.map(() => -1),
    ),
  ];
}

/** `0 … size - 1` */
export function everyRow(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_zero, row) => row);
}

/**
 * What the features of each query stand for, `[queries, width]`: `unknown` `[1, width]` where
 * it has none. The tables of the values' meaning are called `prefix.people` and `prefix.moments`.
 */
export function queryValues(
  weights: Weights,
  unknown: tf.Tensor,
  queries: readonly Query[],
  prefix = 'values',
): tf.Tensor {
  const kinds = ['people', 'moments'] as const;
  const tables = kinds.flatMap((kind) => weights[`${prefix}.${kind}`] ?? []);
  const isKnown = queries.map(({ features }) => Number(features !== null));
  const rest = tf.mul(
    tf.tensor2d(
      isKnown.map((known) => 1 - known),
      [queries.length, 1],
    ),
    unknown,
  );
  if (tables.length === 0 || !isKnown.some(Boolean)) return rest;
  const table = tf.concat(tables);
  const [values] = table.shape as [number, number];
  const shares = new Float32Array(queries.length * values);
  queries.forEach(({ features }, i) => shares.set(features ?? [], i * values));
  const known = tf.matMul(tf.tensor2d(shares, [queries.length, values]), table);
  // Behind the vectors of a factorization machine there is a weight, which moves no ranking.
  return tf.add(rest, tf.slice(known, [0, 0], rest.shape));
}

function nameOf(kind: Kind): string {
  return `values.${kind}`;
}
