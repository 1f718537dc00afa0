import { addRows } from '../../kernels/add-rows/add-rows';
import type { Gradient } from '../../kernels/differentiate';
import { startMoments, stepDense, stepRows, type Rule } from '../../kernels/optimizer/optimizer';
import * as tf from '../../kernels/tensor';
import type { Weights } from './weights';

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** Weights, what is remembered of their gradients, by the same names, and how they follow them. */
export interface Learning {
  readonly weights: Weights;
  readonly moments: Weights;
  readonly rule: Rule;
}

/** Moments of Adam before the first step. */
export function startAll(weights: Weights): Weights {
  const moments = Object.entries(weights).map(([name, w]) => [name, startMoments(w, 'adam')]);
  return Object.fromEntries(moments) as Weights;
}

/**
 * Adam at its `step`, from 1. Kingma & Ba (2015), https://arxiv.org/abs/1412.6980, in the
 * form at the end of its section 2.
 */
export function adamRule(learningRate: number, step: number): Rule {
  const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
  return { name: 'adam', rate, decay: 0, beta1, beta2, epsilon };
}

/**
 * One step of every weight against its gradient, in place: of a table that was only looked
 * up, the rows alone.
 */
export function stepAll(
  { weights, moments, rule }: Learning,
  gradients: readonly Gradient[],
): void {
  const all = Object.keys(weights).map((name, i) => ({
    weight: weights[name],
    moments: moments[name],
    ...gradients[i],
  }));
  const whole = all.flatMap(({ dense: gradient, rows, ...learned }) =>
    gradient && rows.length === 0 ? [{ ...learned, gradient }] : [],
  );
  if (whole.length > 0) stepDense(whole, rule);
  // Those with both kinds come after: their dense gradient is changed, and others may share it.
  for (const { dense: gradient, rows, ...learned } of all) {
    if (rows.length === 0) continue;
    if (gradient) {
      for (const { gradients, indices } of rows) addRows(gradient, gradients, indices);
      stepDense([{ ...learned, gradient }], rule);
    } else {
      stepRows(learned, joined(rows), rule);
    }
  }
}

/** The gradients of several lookups in one table as if they had been one. */
function joined(rows: Gradient['rows']): Omit<Gradient['rows'][number], 'table'> {
  if (rows.length === 1) return rows[0];
  const indices = new Int32Array(rows.reduce((sum, { indices }) => sum + indices.length, 0));
  let place = 0;
  for (const { indices: part } of rows) {
    indices.set(part, place);
    place += part.length;
  }
  return { indices, gradients: tf.concat(rows.map(({ gradients }) => gradients)) };
}
