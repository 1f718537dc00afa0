import type { TensorInfo } from '@tensorflow/tfjs-core';
import { toErrors } from '../cross-entropy/errors';
import type { Host } from '../host';
import { rowsOf } from '../matrix';

/** Events scored at once: their scores of every item should stay in the cache. */
const blockEvents = 128;

/**
 * The weighted cross-entropy of the scores `states · items + bias`, `[]`, and its
 * gradients with respect to `states` `[events, dim]`, `items` `[items, dim]` and `bias`
 * `[items]`: `targets` `[events]` are item indices, `shares` `[events]` weights.
 */
export function catalogueLossOnHost(
  host: Host,
  [states, items, bias, targets, shares]: readonly TensorInfo[],
): TensorInfo[] {
  const outputs = [[], states.shape, items.shape, bias.shape].map((shape) => host.make(shape));
  const [loss, dStates, dItems, dBias] = outputs;
  const [[events], [count]] = [states.shape, items.shape];
  const scores = host.make([Math.min(blockEvents, events), count]);
  host.numbers(dItems).fill(0);
  host.numbers(dBias).fill(0);
  let total = 0;
  for (let from = 0; from < events; from += blockEvents) {
    const rows = Math.min(blockEvents, events - from);
    const state = rowsOf(states, from, rows);
    const errors = rowsOf(scores, 0, rows);
    host.multiplyInto(errors, state, items, { transposeB: true });
    total += toErrors(host, errors, { targets, shares, from, bias });
    host.multiplyInto(rowsOf(dStates, from, rows), errors, items);
    host.multiplyInto(dItems, errors, state, { transposeA: true, isAdded: true });
    host.addRows(dBias, errors);
  }
  host.numbers(loss)[0] = total;
  host.free(scores);
  return outputs;
}
