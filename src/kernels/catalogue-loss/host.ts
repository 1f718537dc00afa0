import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/** Events scored at once: their scores of every item should stay in the cache. */
const blockEvents = 256;

/** The smallest probability whose logarithm is still used. */
const tiny = 1e-37;

/** Events that are scored together, and where the numbers of the first begin. */
interface Block {
  readonly from: number;
  readonly events: number;
}

/**
 * The weighted cross-entropy of the scores `states · items + bias`, `[]`, and its
 * gradients with respect to `states` `[events, dim]`, `items` `[items, dim]` and `bias`
 * `[items]`: `targets` `[events]` are item indices, `shares` `[events]` weights. The
 * bias goes along as one more dimension, in which every state is 1.
 */
export function catalogueLoss(
  host: Host,
  [states, items, bias, targets, shares]: readonly TensorInfo[],
): TensorInfo[] {
  const outputs = [[], states.shape, items.shape, bias.shape].map((shape) => host.make(shape));
  const [loss, dStates, dItems, dBias] = outputs;
  const catalogue = withBias(host, items, bias); // [dim + 1, items]
  const sum = host.make(catalogue.shape);
  host.numbers(sum).fill(0);
  let total = 0;
  for (let from = 0; from < states.shape[0]; from += blockEvents) {
    const block = { from, events: Math.min(blockEvents, states.shape[0] - from) };
    const { left, leftT } = withOnes(host, states, shares, block);
    const scores = host.multiply(left, catalogue); // [events, items]
    const error = host.softmax(scores);
    total += subtractTargets(host, { error, targets, shares }, block);
    const [back, part] = [host.multiply(error, items), host.multiply(leftT, error)];
    storeWeighted(host, { back, shares, dStates }, block);
    add(host.numbers(part), host.numbers(sum));
    host.free(left, leftT, scores, error, back, part);
  }
  host.numbers(loss)[0] = total;
  splitBias(host, sum, dItems, dBias);
  host.free(catalogue, sum);
  return outputs;
}

/** `[dim + 1, items]`: a row for each dimension of the items, and one for their bias. */
function withBias(host: Host, items: TensorInfo, bias: TensorInfo): TensorInfo {
  const [count, dim] = items.shape;
  const result = host.make([dim + 1, count]);
  const [from, to] = [host.numbers(items), host.numbers(result)];
  for (let item = 0; item < count; item++) {
    for (let d = 0; d < dim; d++) to[d * count + item] = from[item * dim + d];
  }
  to.set(host.numbers(bias), dim * count);
  return result;
}

/** The way back from `withBias`. */
function splitBias(host: Host, sum: TensorInfo, items: TensorInfo, bias: TensorInfo): void {
  const [count, dim] = items.shape;
  const [from, to] = [host.numbers(sum), host.numbers(items)];
  for (let item = 0; item < count; item++) {
    for (let d = 0; d < dim; d++) to[item * dim + d] = from[d * count + item];
  }
  host.numbers(bias).set(from.subarray(dim * count));
}

/** States and a 1, `[events, dim + 1]`, and the same times their shares, transposed. */
function withOnes(
  host: Host,
  states: TensorInfo,
  shares: TensorInfo,
  { from, events }: Block,
): { left: TensorInfo; leftT: TensorInfo } {
  const dim = states.shape[1];
  const [left, leftT] = [host.make([events, dim + 1]), host.make([dim + 1, events])];
  const [state, share] = [host.numbers(states), host.numbers(shares)];
  const [row, column] = [host.numbers(left), host.numbers(leftT)];
  for (let event = 0; event < events; event++) {
    const weight = share[from + event];
    for (let d = 0; d <= dim; d++) {
      const value = d < dim ? state[(from + event) * dim + d] : 1;
      row[event * (dim + 1) + d] = value;
      column[d * events + event] = weight * value;
    }
  }
  return { left, leftT };
}

/** Turns probabilities into errors, and gives the weighted loss. */
function subtractTargets(
  host: Host,
  { error, targets, shares }: Record<'error' | 'targets' | 'shares', TensorInfo>,
  { from, events }: Block,
): number {
  const [probability, share] = [host.numbers(error), host.numbers(shares)];
  const target = host.integers(targets);
  let loss = 0;
  for (let event = 0; event < events; event++) {
    const place = event * error.shape[1] + target[from + event];
    loss -= share[from + event] * Math.log(Math.max(probability[place], tiny));
    probability[place] -= 1;
  }
  return loss;
}

function storeWeighted(
  host: Host,
  { back, shares, dStates }: Record<'back' | 'shares' | 'dStates', TensorInfo>,
  { from, events }: Block,
): void {
  const dim = dStates.shape[1];
  const [source, share, to] = [back, shares, dStates].map((tensor) => host.numbers(tensor));
  for (let event = 0; event < events; event++) {
    const weight = share[from + event];
    for (let d = 0; d < dim; d++) {
      to[(from + event) * dim + d] = weight * source[event * dim + d];
    }
  }
}

function add(part: Float32Array, sum: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += part[i];
}
