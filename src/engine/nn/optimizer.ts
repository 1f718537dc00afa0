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
 * One step of every weight against its gradient, in place and in their order: of a
 * table that was only looked up, the rows alone.
 */
export function stepAll(
  { weights, moments, rule }: Learning,
  gradients: readonly Gradient[],
): void {
  const names = Object.keys(weights);
  // Those with both kinds come last: their dense gradient is changed, and others may share it.
  const isMixed = ({ dense, rows }: Gradient): boolean => dense !== null && rows.length > 0;
  const order = names.map((name, i) => ({ name, gradient: gradients[i] }));
  order.sort((a, b) => Number(isMixed(a.gradient)) - Number(isMixed(b.gradient)));
  for (const { name, gradient } of order) {
    stepOne({ weight: weights[name], moments: moments[name] }, gradient, rule);
  }
}

function stepOne(
  learned: { readonly weight: tf.Tensor; readonly moments: tf.Tensor },
  { dense, rows }: Gradient,
  rule: Rule,
): void {
  if (dense) {
    for (const { gradients, indices } of rows) addRows(dense, gradients, indices);
    stepDense(learned, dense, rule);
  } else if (rows.length > 0) {
    stepRows(learned, joined(rows), rule);
  }
}

/** The gradients of several lookups in one table as if they had been one. */
function joined(rows: Gradient['rows']): Gradient['rows'][number] {
  if (rows.length === 1) return rows[0];
  const indices = new Int32Array(rows.reduce((sum, { indices }) => sum + indices.length, 0));
  let place = 0;
  for (const { indices: part } of rows) {
    indices.set(part, place);
    place += part.length;
  }
  return { indices, gradients: tf.concat(rows.map(({ gradients }) => gradients)) };
}
