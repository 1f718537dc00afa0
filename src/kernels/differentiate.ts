import { clone, customGrad, engine, mul, scalar, type Tensor } from '@tensorflow/tfjs-core';

/** The slope of a loss along one weight. */
export interface Gradient {
  /** Like the weight; null when the loss met only rows of it. */
  readonly dense: Tensor | null;
  /** What its looked-up rows add to that. */
  readonly rows: readonly RowGradient[];
}

/** The slope along rows of a table. */
export interface RowGradient {
  /** `[events]`, rows may occur again. */
  readonly indices: Int32Array;
  /** `[events, …]` */
  readonly gradients: Tensor;
}

interface Lookup {
  readonly table: Tensor;
  readonly indices: Int32Array;
  readonly rows: Tensor;
}

/** The tables that are being learned, and what has been looked up in them; null between steps. */
let learning: { readonly tables: ReadonlySet<Tensor>; readonly lookups: Lookup[] } | null = null;

/** Where differentiating starts: the loss follows itself one to one. */
let slopeOfLoss: Tensor | null = null;

/** The `gradient` of a loss times the slope `dy` of what was made of it, a scalar: often the loss is the end. */
export function chained(gradient: Tensor, dy: Tensor): Tensor {
  return dy === slopeOfLoss ? clone(gradient) : mul(gradient, dy);
}

/**
 * A scalar `loss` and its slopes along `weights`, in their order. A weight that is
 * only looked up never meets the tape: its rows are leaves of their own, so that no
 * gradient of a whole table is formed. Call it in a tidy, which the results belong to.
 */
export function differentiate(
  weights: readonly Tensor[],
  loss: () => Tensor,
): { readonly loss: Tensor; readonly gradients: readonly Gradient[] } {
  const lookups: Lookup[] = [];
  const leaves = [...weights];
  const forward = (): Tensor => {
    learning = { tables: new Set(weights), lookups };
    try {
      const value = loss();
      leaves.push(...lookups.map(({ rows }) => rows)); // the tape is read only after this
      return value;
    } finally {
      learning = null;
    }
  };
  slopeOfLoss = scalar(1);
  const { value, grads } = engine().gradients(forward, leaves, slopeOfLoss, true);
  const gradientOf = (table: Tensor, place: number): Gradient => ({
    dense: (grads[place] as Tensor | undefined) ?? null,
    rows: lookups.flatMap(({ table: from, indices }, i) => {
      const gradients = grads[weights.length + i] as Tensor | undefined;
      return from === table && gradients ? [{ indices, gradients }] : [];
    }),
  });
  return { loss: value, gradients: weights.map(gradientOf) };
}

/** Rows of a table that is being learned, as a leaf of the tape; null for any other tensor. */
export function learnedRows(
  table: Tensor,
  indices: Int32Array,
  rowsOf: () => Tensor,
): Tensor | null {
  if (!learning?.tables.has(table)) return null;
  const rows = customGrad(() => ({ value: rowsOf(), gradFunc: () => [] }))();
  learning.lookups.push({ table, indices, rows });
  return rows;
}
