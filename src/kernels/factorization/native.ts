import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { rowsOf, sizeOf } from '../matrix';
import { argumentsOf } from '../optimizer/native';
import { groupedAt } from '../segments';
import type { Native } from '../wasm/native';
import type { GroupedEvents } from '../wasm/routines';
import { ownCandidates, type StepNumbers } from './loss';
import { toSlopes } from './slopes';

/** Addresses of a batch's integers, and how many candidates there are of each kind. */
interface Batch {
  readonly userOf: number;
  readonly itemOf: number;
  readonly byUser: GroupedEvents;
  readonly byItem: GroupedEvents;
  readonly own: number;
  readonly shared: number;
}

/** `stepOnHost` by routines: all but the losses of the events. */
export function stepNatively(
  host: Host,
  native: Native,
  inputs: readonly TensorInfo[],
  numbers: StepNumbers,
): TensorInfo[] {
  const { routines, address } = native;
  const { events, users, items } = numbers;
  const batch = batchOf(address(inputs[6]), numbers);
  const [, dim]: number[] = inputs[0].shape;
  const [loss, slopes] = [host.make([]), host.make([batch.own + batch.shared, events])];
  const gradients = [[users, dim], [items, dim], [items]].map((shape) => host.make(shape));

  score(host, native, inputs, batch, slopes);
  const penalty = numbers.l2 > 0 ? numbers.l2 * squares(host, native, inputs, batch, events) : 0;
  host.numbers(loss)[0] = (penalty + slopesOf(host, inputs, numbers, slopes)) / events;

  const [ofUsers, ofItems, ofBias] = gradients.map(address);
  const [user, item, slope] = [inputs[0], inputs[2], slopes].map(address);
  const { userOf, itemOf, byUser, byItem, own, shared } = batch;
  const rest = [dim, (2 * numbers.l2) / events] as const;
  routines.gradeUsers(ofUsers, user, item, slope, itemOf, own, shared, events, ...byUser, ...rest);
  routines.gradeItems(ofItems, ofBias, user, item, slope, userOf, own, events, ...byItem, ...rest);
  step(native, [inputs[0], inputs[1], gradients[0]], byUser, numbers);
  step(native, [inputs[2], inputs[3], gradients[1]], byItem, numbers);
  step(native, [inputs[4], inputs[5], gradients[2]], byItem, numbers);
  host.free(slopes, ...gradients);
  return [loss];
}

function batchOf(address: number, { events, candidates, users, items, loss }: StepNumbers): Batch {
  const own = ownCandidates(loss);
  const byUser = address + 4 * (events + candidates);
  return {
    userOf: address,
    itemOf: address + 4 * events,
    byUser: groupedAt(byUser, 3 * events + 1, users),
    byItem: groupedAt(byUser + 4 * (3 * events + 1), 3 * candidates + 1, items),
    own,
    shared: candidates - own * events,
  };
}

/** Fills the scores of all candidates. */
function score(
  host: Host,
  { routines, address }: Native,
  inputs: readonly TensorInfo[],
  { userOf, itemOf, own, shared }: Batch,
  scores: TensorInfo,
): void {
  const [users, , items, , bias, , packed] = inputs;
  const [, events]: number[] = scores.shape;
  const [, dim]: number[] = users.shape;
  const [user, item, start] = [users, items, bias].map(address);
  routines.scorePairs(address(scores), user, item, start, userOf, itemOf, own, events, dim);
  if (shared === 0) return;
  const [left, right] = [host.make([shared, dim]), host.make([events, dim])];
  const sharedOf = itemOf + 4 * own * events;
  routines.gatherRows(address(left), item, items.shape[0], dim, sharedOf, shared);
  routines.gatherRows(address(right), user, users.shape[0], dim, userOf, events);
  host.multiplyInto(rowsOf(scores, own, shared), left, right, { transposeB: true });
  host.free(left, right);
  const [to, from, at] = [host.numbers(scores), host.numbers(bias), host.integers(packed)];
  for (let i = own * events; i < to.length; i++) {
    to[i] += from[at[(own + 1) * events + Math.floor(i / events) - own]];
  }
}

/** The squares of all vectors that an event has to itself, summed. */
function squares(
  host: Host,
  { routines, address }: Native,
  [users, , items]: readonly TensorInfo[],
  { userOf, itemOf, own }: Batch,
  events: number,
): number {
  const [, dim]: number[] = users.shape;
  const pairs = own * events;
  const found = host.make([events + pairs]);
  const [first, user, item] = [found, users, items].map(address);
  routines.scorePairs(first, user, user, 0, userOf, userOf, 1, events, dim);
  routines.scorePairs(first + 4 * events, item, item, 0, itemOf, itemOf, 1, pairs, dim);
  const sum = host.numbers(found).reduce((total, square) => total + square, 0);
  host.free(found);
  return sum;
}

/** Turns scores into slopes, and gives the sum of the losses. */
function slopesOf(
  host: Host,
  inputs: readonly TensorInfo[],
  { events, candidates, loss }: StepNumbers,
  scores: TensorInfo,
): number {
  const itemOf = host.integers(inputs[6]).subarray(events, events + candidates);
  const targets = host.numbers(inputs[7]);
  return toSlopes({ events, scores: host.numbers(scores), itemOf, targets }, loss);
}

/** Steps the rows of a weight that were touched. */
function step(
  { routines, address }: Native,
  [weight, moments, gradients]: readonly TensorInfo[],
  [, , rows, count]: GroupedEvents,
  numbers: StepNumbers,
): void {
  const size = sizeOf(weight.shape);
  routines.stepListed(
    address(weight),
    address(moments),
    4 * size,
    size / weight.shape[0],
    address(gradients),
    rows,
    count,
    ...argumentsOf(numbers),
  );
}
