import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { step } from '../optimizer/host';
import { eventsOf, rowOf } from '../segments';
import { ownCandidates, type StepNumbers } from './loss';
import { stepNatively } from './native';
import { toSlopes } from './slopes';

/** A batch on the host: see `common.wgsl` for what its parts mean. */
interface Batch {
  readonly events: number;
  readonly own: number;
  readonly shared: number;
  readonly dim: number;
  readonly userOf: Int32Array;
  /** `[candidates]`: `own` rounds of `events`, then the shared ones. */
  readonly itemOf: Int32Array;
  readonly targets: Float32Array;
  /** Before the step. */
  readonly users: Float32Array;
  readonly items: Float32Array;
  readonly bias: Float32Array;
  /** `[own + shared, events]`: how the mean loss follows each score. */
  readonly slopes: Float32Array;
}

/** One step in place, and the mean loss before it. */
export function stepOnHost(
  host: Host,
  inputs: readonly TensorInfo[],
  numbers: StepNumbers,
): TensorInfo[] {
  if (host.native) return stepNatively(host, host.native, inputs, numbers);
  const loss = host.make([]);
  const [users, userMoments, items, itemMoments, bias, biasMoments] = inputs
    .slice(0, 6)
    .map((tensor) => host.numbers(tensor));
  const { events, candidates } = numbers;
  const packed = host.integers(inputs[6]);
  const own = ownCandidates(numbers.loss);
  const shared = candidates - own * events;
  const segments = events + candidates;
  const batch: Batch = {
    events,
    own,
    shared,
    dim: inputs[0].shape[1],
    userOf: packed.subarray(0, events),
    itemOf: packed.subarray(events, segments),
    targets: host.numbers(inputs[7]),
    users,
    items,
    bias,
    slopes: new Float32Array((own + shared) * events),
  };
  const byUser = packed.subarray(segments, segments + 3 * events + 1);
  const byItem = packed.subarray(segments + 3 * events + 1);
  const penalty = (2 * numbers.l2) / events;

  host.numbers(loss)[0] = findSlopes(batch, numbers) / events;
  const slopesOfUsers = new Float32Array(numbers.users * batch.dim);
  for (let segment = 0; segment < numbers.users; segment++) {
    const gradient = slopesOfUsers.subarray(segment * batch.dim, (segment + 1) * batch.dim);
    slopeOfUser(batch, byUser, segment, { gradient, penalty });
  }
  // Items first, for their slopes need the users as they were.
  const gradient = new Float32Array(batch.dim);
  const biasGradient = new Float32Array(1);
  for (let segment = 0; segment < numbers.items; segment++) {
    const item = rowOf(byItem, segment);
    biasGradient[0] = slopeOfItem(batch, byItem, segment, { gradient, penalty });
    step({ weights: items, moments: itemMoments }, { start: item * batch.dim, gradient }, numbers);
    step({ weights: bias, moments: biasMoments }, { start: item, gradient: biasGradient }, numbers);
  }
  for (let segment = 0; segment < numbers.users; segment++) {
    const start = rowOf(byUser, segment) * batch.dim;
    const gradient = slopesOfUsers.subarray(segment * batch.dim, (segment + 1) * batch.dim);
    step({ weights: users, moments: userMoments }, { start, gradient }, numbers);
  }
  return [loss];
}

/** Fills the slopes, and gives the sum of the losses. */
function findSlopes(batch: Batch, { loss, l2 }: StepNumbers): number {
  const { events, own, shared, slopes, itemOf, targets } = batch;
  let penalty = 0;
  for (let event = 0; event < events; event++) {
    for (let c = 0; c < own + shared; c++) {
      const item = itemOf[c < own ? c * events + event : own * events + c - own];
      slopes[c * events + event] = scoreOf(batch, event, item);
    }
    if (l2 > 0) penalty += l2 * squaresOf(batch, event);
  }
  return penalty + toSlopes({ events, scores: slopes, itemOf, targets }, loss);
}

function scoreOf({ userOf, users, items, bias, dim }: Batch, event: number, item: number): number {
  const [u, i] = [userOf[event] * dim, item * dim];
  let sum = bias[item];
  for (let d = 0; d < dim; d++) sum += users[u + d] * items[i + d];
  return sum;
}

/** Of the vectors that the event has to itself. */
function squaresOf(
  { events, own, userOf, itemOf, users, items, dim }: Batch,
  event: number,
): number {
  let sum = squares(users, userOf[event] * dim, dim);
  for (let c = 0; c < own; c++) sum += squares(items, itemOf[c * events + event] * dim, dim);
  return sum;
}

function squares(numbers: Float32Array, start: number, count: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += numbers[i] ** 2;
  return sum;
}

interface Slope {
  /** `[dim]`, to be filled. */
  readonly gradient: Float32Array;
  /** Of `l2`, for each event. */
  readonly penalty: number;
}

function slopeOfUser(
  { events, own, shared, itemOf, users, items, slopes, dim }: Batch,
  byUser: Int32Array,
  segment: number,
  { gradient, penalty }: Slope,
): void {
  const [first, end] = [byUser[events + segment], byUser[events + segment + 1]];
  const row = rowOf(byUser, segment) * dim;
  const shrink = penalty * (end - first);
  for (let d = 0; d < dim; d++) gradient[d] = shrink * users[row + d];
  for (let place = first; place < end; place++) {
    const event = byUser[place];
    for (let c = 0; c < own + shared; c++) {
      const item = c < own ? itemOf[c * events + event] : itemOf[own * events + c - own];
      addScaled(gradient, items, item * dim, slopes[c * events + event]);
    }
  }
}

/** Gives the slope of the bias. */
function slopeOfItem(
  { events, own, userOf, users, items, slopes, dim }: Batch,
  byItem: Int32Array,
  segment: number,
  { gradient, penalty }: Slope,
): number {
  const starts = eventsOf(byItem) + segment;
  let [bias, count] = [0, 0];
  gradient.fill(0);
  for (let place = byItem[starts]; place < byItem[starts + 1]; place++) {
    const candidate = byItem[place];
    const isOwn = candidate < own * events;
    const round = isOwn ? candidate : (own + candidate - own * events) * events;
    const last = isOwn ? candidate : round + events - 1;
    for (let at = round; at <= last; at++) {
      bias += slopes[at];
      addScaled(gradient, users, userOf[at % events] * dim, slopes[at]);
    }
    if (isOwn) count++;
  }
  if (penalty > 0) addScaled(gradient, items, rowOf(byItem, segment) * dim, penalty * count);
  return bias;
}

function addScaled(sum: Float32Array, rows: Float32Array, start: number, scale: number): void {
  for (let d = 0; d < sum.length; d++) sum[d] += scale * rows[start + d];
}
