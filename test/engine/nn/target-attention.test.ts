import { describe, expect, test } from 'vitest';
import { plainHistory } from '../../../src/engine/data/dataset';
import { newestFirst } from '../../../src/engine/nn/newest-first';
import {
  activate,
  interestIn,
  readEvents,
  startUnit,
} from '../../../src/engine/nn/target-attention';
import type { Weights } from '../../../src/engine/nn/weights';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { normalTensor, numbersOf } from '../../fixtures/agreement';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

const shape = { dim: 4, length: 3, units: 2 };
const histories = newestFirst([plainHistory([0, 1]), plainHistory([2, 3, 4]), plainHistory([])], 3);

const everyPlace = Int32Array.from({ length: 9 }, (_zero, place) => place);

/** `[rows, columns]` as an array of rows. */
async function rowsOf(tensor: tf.Tensor): Promise<number[][]> {
  const [numbers, width] = [await numbersOf(tensor), tensor.shape.at(-1)!];
  return Array.from({ length: numbers.length / width }, (_zero, row) => [
    ...numbers.slice(row * width, (row + 1) * width),
  ]);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);
const times = (row: readonly number[], matrix: readonly number[][]): number[] =>
  matrix[0].map((_zero, column) =>
    dot(
      row,
      matrix.map((other) => other[column]),
    ),
  );
const plus = (...rows: readonly number[][]): number[] =>
  rows[0].map((_zero, i) => rows.reduce((sum, row) => sum + row[i], 0));

/** How strongly an event of an age, from a span 0 that is not known, is activated: by the formula. */
async function byHand(weights: Weights, event: number[], age: number, candidate: number[]) {
  const [key, ages, spans, query, bias, top] = await Promise.all(
    ['key', 'ages', 'spans', 'query', 'queryBias', 'top'].map((name) =>
      rowsOf(weights[`unit.${name}`]),
    ),
  );
  const k = plus(times(event, key), ages[age], spans[0]);
  const q = plus(times(candidate, query), bias[0]);
  const half = k.length / 2;
  const hidden = [0, half].map((from) =>
    Math.max(0, dot(k.slice(from, from + half), q.slice(from, from + half))),
  );
  return Math.exp(dot(hidden, top[0]));
}

describe.each(hostBackends)('target attention on %s', (backend) => {
  test('weighs each event by each candidate, as its definition says', async () => {
    await startInNode(backend);
    const random = createRandom(3);
    const weights = startUnit(shape, random);
    const [vectors, candidates] = [normalTensor([9, 4], random), normalTensor([3, 2, 4], random)];
    const read = readEvents(weights, vectors, everyPlace, histories);
    const [activated, interest, values, events, asked] = await Promise.all(
      [
        activate(weights, read, candidates),
        interestIn(weights, read, candidates),
        read.values,
        vectors,
        candidates,
      ].map(rowsOf),
    );
    for (const [list, count] of [2, 3].entries()) {
      for (const row of [2 * list, 2 * list + 1]) {
        const strengths = await Promise.all(
          [0, 1, 2]
            .slice(0, count)
            .map((age) => byHand(weights, events[3 * list + age], age, asked[row])),
        );
        const sum = strengths.reduce((a, b) => a + b);
        const shares = [0, 1, 2].map((age) => (strengths[age] ?? 0) / sum);
        shares.forEach((share, age) => expect(activated[row][age]).toBeCloseTo(share, 5));
        const expected = times(shares, values.slice(3 * list, 3 * list + 3));
        expected.forEach((value, i) => expect(interest[row][i]).toBeCloseTo(value, 5));
      }
    }
    expect([...interest[4], ...interest[5]]).toEqual(new Array(8).fill(0)); // of an empty list
  });

  test('meets the same candidates as if each list had brought its own', async () => {
    await startInNode(backend);
    const random = createRandom(4);
    const weights = startUnit(shape, random);
    const read = readEvents(weights, normalTensor([9, 4], random), everyPlace, histories);
    const shared = normalTensor([1, 5, 4], random);
    const own = tf.concat([shared, shared, shared]);
    const [together, apart] = [shared, own].map((one) => interestIn(weights, read, one));
    expect(together.shape).toEqual([3, 5, 4]);
    expect(await numbersOf(together)).toEqual(await numbersOf(apart));
  });
});
