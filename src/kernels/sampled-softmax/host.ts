import type { TensorInfo } from '@tensorflow/tfjs-core';
import { toErrors } from '../cross-entropy/errors';
import type { Host } from '../host';
import { rowsOf, type Part } from '../matrix';

/** Events scored at once: their scores should stay in the cache. */
const blockEvents = 128;

/** Low enough to weigh nothing, and finite, so that no difference of scores is NaN. */
const excluded = -1e30;

/**
 * The loss `[]`, and its gradients with respect to states `[events, dim]`, rows and bias
 * of the targets `[events, …]`, and rows and bias of the negatives `[samples, …]`.
 */
export function lossOnHost(host: Host, inputs: readonly TensorInfo[]): TensorInfo[] {
  const [states, targetRows, targetBias, rows, bias, items, shares] = inputs;
  const shapes = [[], ...inputs.slice(0, 5).map(({ shape }) => shape)];
  const outputs = shapes.map((shape) => host.make(shape));
  const [loss, dStates, dTargetRows, dTargetBias, dRows, dBias] = outputs;
  const [[events], [samples]] = [states.shape, rows.shape];
  for (const sum of [dRows, dBias]) host.numbers(sum).fill(0);
  // The target is the first column, the negatives are the others.
  const scores = host.make([Math.min(blockEvents, events), samples + 1]);
  const first = host.make([events]); // the target's place in a row: int32 zeros have the same bits
  host.numbers(first).fill(0);
  const columns = host.make([samples + 1]);
  host.numbers(columns).set(host.numbers(bias), 1);
  host.numbers(columns)[0] = 0;
  const dColumns = host.make([samples + 1]);
  host.numbers(dColumns).fill(0);
  const placesOf = listPlaces(host.integers(items).subarray(events));
  let total = 0;
  for (let from = 0; from < events; from += blockEvents) {
    const count = Math.min(blockEvents, events - from);
    const others: Part = {
      whole: scores,
      from: 1,
      rows: count,
      columns: samples,
      stride: samples + 1,
    };
    const state = rowsOf(states, from, count);
    host.multiplyInto(others, state, rows, { transposeB: true });
    const block = { scores, states, targetRows, from, count };
    scoreTargets(host, block, { targetBias, items, placesOf });
    const errors = rowsOf(scores, 0, count);
    total += toErrors(host, errors, { targets: first, shares, from, bias: columns });
    host.multiplyInto(rowsOf(dStates, from, count), others, rows);
    host.multiplyInto(dRows, others, state, { transposeA: true, isAdded: true });
    host.addRows(dColumns, errors);
    gradeTargets(host, block, { dStates, dTargetRows, dTargetBias });
  }
  host.numbers(dBias).set(host.numbers(dColumns).subarray(1));
  host.numbers(loss)[0] = total;
  host.free(scores, first, columns, dColumns);
  return outputs;
}

/** Where each item is among the negatives. */
function listPlaces(items: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  items.forEach((item, place) => places.set(item, [...(places.get(item) ?? []), place]));
  return places;
}

/** Some of the events, and their scores or errors: `[block, samples + 1]`. */
interface Block {
  readonly scores: TensorInfo;
  readonly states: TensorInfo;
  readonly targetRows: TensorInfo;
  readonly from: number;
  readonly count: number;
}

interface Targets {
  readonly targetBias: TensorInfo;
  readonly items: TensorInfo;
  readonly placesOf: ReadonlyMap<number, readonly number[]>;
}

/** Fills the first column, and excludes from each row the negatives that are its target. */
function scoreTargets(
  host: Host,
  { scores, states, targetRows, from, count }: Block,
  { targetBias, items, placesOf }: Targets,
): void {
  const [score, state, row, bias] = [scores, states, targetRows, targetBias].map((tensor) =>
    host.numbers(tensor),
  );
  const target = host.integers(items);
  const [[, dim], [, columns]] = [states.shape, scores.shape];
  for (let event = 0; event < count; event++) {
    const at = (from + event) * dim;
    let sum = bias[from + event];
    for (let d = at; d < at + dim; d++) sum += state[d] * row[d];
    score[event * columns] = sum;
    for (const place of placesOf.get(target[from + event]) ?? []) {
      score[event * columns + 1 + place] = excluded;
    }
  }
}

interface Slopes {
  readonly dStates: TensorInfo;
  readonly dTargetRows: TensorInfo;
  readonly dTargetBias: TensorInfo;
}

/** What the errors of the targets mean for states, rows and bias. */
function gradeTargets(
  host: Host,
  { scores, states, targetRows, from, count }: Block,
  { dStates, dTargetRows, dTargetBias }: Slopes,
): void {
  const [error, state, row] = [scores, states, targetRows].map((tensor) => host.numbers(tensor));
  const [dState, dRow, dBias] = [dStates, dTargetRows, dTargetBias].map((tensor) =>
    host.numbers(tensor),
  );
  const [[, dim], [, columns]] = [states.shape, scores.shape];
  for (let event = 0; event < count; event++) {
    const slope = error[event * columns];
    const at = (from + event) * dim;
    dBias[from + event] = slope;
    for (let d = at; d < at + dim; d++) {
      dState[d] += slope * row[d];
      dRow[d] = slope * state[d];
    }
  }
}
