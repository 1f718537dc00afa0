/** How protocols assign events to parts: `[events]` 0 train, 1 validation, 2 test. */
import { createRandom } from '../../kernels/random';
import type { Dataset } from './dataset';
import { smallest } from './smallest';

/**
 * Cuts at 80 % and 90 % of the interactions in the order of time, ties in file order:
 * nobody's future helps to predict anybody's past. Ji et al. (2020), https://arxiv.org/abs/2010.11060
 */
export function byTime({ timestamps, rows }: Dataset): Uint8Array {
  const timeOf = (event: number): number =>
    timestamps[event] >= -Infinity ? timestamps[event] : -Infinity;
  const parts = new Uint8Array(rows.length);
  for (const share of [0.8, 0.9]) {
    const count = Math.floor(share * rows.length);
    const [lastTime, lastRow] = lastOf(count, timeOf, rows);
    for (let event = 0; event < parts.length; event++) {
      const time = timeOf(event);
      if (time > lastTime || (time === lastTime && rows[event] > lastRow)) parts[event]++;
    }
  }
  return parts;
}

/** The time and the row of the last of the first `count` events: to sort all would take longer, and memory. */
function lastOf(
  count: number,
  timeOf: (event: number) => number,
  rows: Int32Array,
): readonly [time: number, row: number] {
  if (count === 0) return [-Infinity, -Infinity];
  const { value: last, before } = smallest(count, rows.length, timeOf);
  const ties = rows.filter((_row, event) => timeOf(event) === last).sort();
  return [last, ties[count - before - 1]];
}

/** Interactions of one user of which each part can have one. */
export const leastHistory = 3;

/** Each user's last interaction is test, the one before validation; users with fewer than three only train. */
export function leaveOneOut({ offsets, users, rows }: Dataset): Uint8Array {
  const parts = new Uint8Array(rows.length);
  for (let user = 0; user < users.size; user++) {
    const [from, to] = [offsets[user], offsets[user + 1]];
    if (to - from < leastHistory) continue;
    [parts[to - 2], parts[to - 1]] = [1, 2];
  }
  return parts;
}

/** What part of the interactions is held back. */
export interface Shares {
  readonly validation: number;
  readonly test: number;
}

/**
 * Each user's interactions shuffled, and shares of them held back: rounded down, but one
 * of each for a user who has another to learn from.
 */
export function dealByUser({ offsets, users, rows }: Dataset, shares: Shares, seed: number) {
  const parts = new Uint8Array(rows.length);
  const random = createRandom(seed);
  for (let user = 0; user < users.size; user++) {
    const [from, to] = [offsets[user], offsets[user + 1]];
    const order = random.shuffle(Int32Array.from({ length: to - from }, (_zero, i) => from + i));
    holdBack(order, countsOf(order.length, shares), parts);
  }
  return parts;
}

/** All interactions shuffled, whoever's they are, and shares of them held back, rounded down. */
export function dealAll({ rows }: Dataset, shares: Shares, seed: number): Uint8Array {
  const parts = new Uint8Array(rows.length);
  const order = createRandom(seed).shuffle(Int32Array.from(rows.keys()));
  const counts = {
    validation: shareOf(rows.length, shares.validation),
    test: shareOf(rows.length, shares.test),
  };
  holdBack(order, counts, parts);
  return parts;
}

/** How many of so many interactions are held back. */
export function countsOf(length: number, shares: Shares): Shares {
  const atLeastOne = (share: number, left: number): number =>
    Math.max(shareOf(length, share), Number(share > 0 && left > 1));
  const test = atLeastOne(shares.test, length);
  return { validation: atLeastOne(shares.validation, length - test), test };
}

/** A share of so many, rounded down but for what floating point loses. */
function shareOf(length: number, share: number): number {
  return Math.floor(share * length + 1e-9);
}

function holdBack(order: Int32Array, { validation, test }: Shares, parts: Uint8Array): void {
  for (const event of order.subarray(0, validation)) parts[event] = 1;
  for (const event of order.subarray(validation, validation + test)) parts[event] = 2;
}
