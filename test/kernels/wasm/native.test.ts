import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { groupByRow } from '../../../src/kernels/segments';
import type { GroupedEvents, Routines, RuleArguments } from '../../../src/kernels/wasm/routines';
import { expectClose } from '../../fixtures/agreement';
import { builds, openWorkbench } from '../../fixtures/routines';

/** What routines are called with: each room holds its own random numbers from 0 to 1. */
interface Given {
  readonly routines: Routines;
  readonly scratch: number;
  /** The address of so many numbers. */
  room(count: number): number;
  indices(numbers: ArrayLike<number>): number;
}

const rows = 5;
const rule = [0.1, 0.01, 0.9, 0.99, 1e-8] as const;
const rules: RuleArguments[] = [
  [0, ...rule],
  [1, ...rule],
  [2, ...rule],
];

/** Five events of three rows. */
function grouped({ indices }: Given): GroupedEvents {
  const { packed, count } = groupByRow(Int32Array.of(2, 0, 2, 4, 0));
  const address = indices(packed);
  return [address, address + 4 * rows, address + 4 * (2 * rows + 1), count];
}

/** Each routine, on rows of `n` numbers. Kernels are tested with the fused build alone. */
const calls: Record<string, (given: Given, n: number) => unknown> = {
  drop: ({ routines, room }, n) => routines.drop(room(n), room(n), room(n), n, 2 ** 31, 2, 7),
  dense({ routines, room }, n) {
    routines.activate(room(rows * n), room(n), rows, n, true);
    routines.pass(room(n), room(n), room(n), n);
  },
  addRows(given, n) {
    const { routines, room, scratch } = given;
    routines.addRows(room(rows * n), n, room(rows * n), ...grouped(given), scratch);
  },
  step({ routines, room }, n) {
    for (const each of rules) routines.step(room(n), room(n), room(n), room(n), n, ...each);
  },
  stepRows(given, n) {
    const { routines, room, scratch } = given;
    const [weights, moments, gradients] = [room(rows * n), room(2 * rows * n), room(rows * n)];
    const events = grouped(given);
    const stride = 4 * rows * n;
    routines.stepRows(weights, moments, stride, n, gradients, ...events, scratch, ...rules[2]);
  },
  normalize({ routines, room }, n) {
    const [out, moments, x] = [room(rows * n), room(2 * rows), room(rows * n)];
    const [scale, shift, error, dX] = [room(n), room(n), room(rows * n), room(rows * n)];
    routines.normalize(out, moments, x, scale, shift, rows, n, 1e-3);
    routines.normalizeBack(dX, room(n), room(n), error, x, scale, moments, rows, n);
  },
  crossEntropy({ routines, room, indices }, n) {
    const [scores, bias] = [room(2 * n), room(n)];
    return routines.crossEntropy(scores, bias, 2, n, indices([n - 1, 0]), room(2));
  },
  multinomial({ routines, room, indices }, n) {
    const [errors, scores, counts] = [room(3 * n), room(3 * n), room(2)];
    const [offsets, columns] = [indices([0, 1, 1, 2]), indices([n - 1, 0])];
    return routines.multinomial(errors, scores, 3, n, offsets, columns, counts);
  },
  attend({ routines, room }, n) {
    const [affinities, shares, slopes] = [room(n * n), room(n * n), room(n * n)];
    const [threshold, kept] = [2 ** 30, 4 / 3];
    routines.attend(affinities, shares, n, n, 1, true, 0.5, threshold, kept, 7, 3, 2, 5);
    routines.attendBack(affinities, slopes, shares, n, n, 1, true, 0.5, kept);
  },
  lstm({ routines, room }, n) {
    const [gates, cells, states, before] = [room(8 * n), room(2 * n), room(2 * n), room(2 * n)];
    const [dGates, dCells, errors] = [room(8 * n), room(2 * n), room(2 * n)];
    routines.openLstm(gates, cells, states, before, 2, n);
    routines.blameLstm(dGates, dCells, errors, gates, cells, before, 2, n);
  },
  gru({ routines, room }, n) {
    const [gates, states, before] = [room(8 * n), room(2 * n), room(2 * n)];
    const [dGates, earlier, errors] = [room(8 * n), room(2 * n), room(2 * n)];
    routines.openGru(gates, states, before, 2, n);
    routines.blameGru(dGates, earlier, errors, gates, before, 2, n);
  },
  sparse({ routines, room, indices }, n) {
    const [sums, values, x, table] = [room(3 * n), room(4), room(3 * n), room(rows * n)];
    const [offsets, columns] = [indices([0, 1, 1, 4]), indices([4, 0, 4, 3])];
    routines.sparseProduct(sums, offsets, columns, values, table, 3, n);
    routines.sampledProduct(room(4), x, table, offsets, columns, 3, n);
  },
  nextAbove: ({ routines, room }, n) => routines.nextAbove(room(n), room(n), 0, n, 1.5),
  factorization(given, n) {
    const { routines, room, indices } = given;
    const [users, items, bias, slopes] = [room(rows * n), room(rows * n), room(rows), room(10)];
    const [userOf, itemOf] = [indices([2, 0, 2, 4, 0]), indices([1, 1, 2, 4, 0, 3, 3, 0, 0, 1])];
    const [gradients, biases] = [room(3 * n), room(3)];
    const events = grouped(given);
    routines.scorePairs(slopes, users, items, bias, userOf, itemOf, 2, 5, n);
    routines.gradeUsers(gradients, users, items, slopes, itemOf, 2, 0, 5, ...events, n, 0.1);
    const [ofItems, last] = [room(3 * n), [n, 0.1] as const];
    routines.gradeItems(ofItems, biases, users, items, slopes, userOf, 2, 5, ...events, ...last);
    const moments = room(2 * rows * n);
    routines.stepListed(users, moments, 4 * rows * n, n, gradients, events[2], 3, ...rules[2]);
  },
};

describe.each(Object.keys(calls))('%s', (name) => {
  test.each([1, 2, 3, 4, 5, 8, 15])('gives the same from both builds on rows of %d', async (n) => {
    const [plain, fused] = await Promise.all(
      builds.map(([, bytes]) => numbersAfter(bytes, name, n)),
    );
    expect(fused.some(Number.isNaN)).toBe(false);
    expectClose(fused, plain);
  });
});

/** All numbers that the routine was given, after it, and what it returned. */
async function numbersAfter(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  n: number,
): Promise<Float64Array> {
  const { routines, scratch, put, putIntegers } = await openWorkbench(bytes);
  const random = createRandom(n);
  const rooms: Float32Array[] = [];
  const room = (count: number): number => {
    const placed = put(Array.from({ length: count }, () => random.uniform()));
    rooms.push(placed.numbers);
    return placed.address;
  };
  const indices = (numbers: ArrayLike<number>): number => putIntegers(numbers).address;
  const result = calls[name]({ routines, scratch, room, indices }, n);
  return Float64Array.from([...rooms.flatMap((numbers) => [...numbers]), Number(result ?? 0)]);
}
