import { clone, customGrad, engine, mul, scalar, type Tensor } from '@tensorflow/tfjs-core';

/** Rows of a table `[rows, …]` that `indices` `[events]` name; they may occur again. */
export interface Lookup {
  readonly table: Tensor;
  readonly indices: Int32Array;
}

/** The slope along rows of a table: `[events, …]` */
export interface RowGradient extends Lookup {
  readonly gradients: Tensor;
}

/** The slope of a loss along one weight. */
export interface Gradient {
  /** Like the weight; null when the loss met only rows of it. */
  readonly dense: Tensor | null;
  /** What its looked-up rows add to that. */
  readonly rows: readonly RowGradient[];
}

/** What was made of rows of tables, and so is a leaf of the tape. */
interface Leaf {
  readonly value: Tensor;
  readonly lookups: readonly Lookup[];
  /** Turns its gradient into one for each lookup, `[events, …]`. */
  toRows(gradient: Tensor): readonly Tensor[];
}

/** The tables that are being learned, and what was made of their rows; null between steps. */
let learning: { readonly tables: ReadonlySet<Tensor>; readonly leaves: Leaf[] } | null = null;

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
  const leaves: Leaf[] = [];
  const variables = [...weights];
  const forward = (): Tensor => {
    learning = { tables: new Set(weights), leaves };
    try {
      const value = loss();
      variables.push(...leaves.map(({ value }) => value)); // the tape is read only after this
      return value;
    } finally {
      learning = null;
    }
  };
  slopeOfLoss = scalar(1);
  const { value, grads } = engine().gradients(forward, variables, slopeOfLoss, true);
  const ofWeights = grads as readonly (Tensor | undefined)[];
  const ofLookups = leaves.flatMap(({ lookups, toRows }, i) => {
    const gradient = ofWeights[weights.length + i];
    const rows = gradient ? toRows(gradient) : [];
    return rows.map((gradients, place) => ({ ...lookups[place], gradients }));
  });
  const gradientOf = (weight: Tensor, place: number): Gradient => ({
    dense: ofWeights[place] ?? null,
    rows: ofLookups.filter(({ table }) => table === weight),
  });
  return { loss: value, gradients: weights.map(gradientOf) };
}

/**
 * What `forward` makes of rows of tables that are being learned, as a leaf of the tape; null
 * for any other tensors. `toRows` turns its gradient into one for each lookup.
 */
export function learnedRows(
  lookups: readonly Lookup[],
  forward: () => Tensor,
  toRows: Leaf['toRows'],
): Tensor | null {
  if (!learning) return null;
  const { tables, leaves } = learning;
  if (!lookups.every(({ table }) => tables.has(table))) return null;
  const value = customGrad(() => ({ value: forward(), gradFunc: () => [] }))();
  leaves.push({ value, lookups, toRows });
  return value;
}
