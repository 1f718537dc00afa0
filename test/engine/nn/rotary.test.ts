import { describe, expect, test } from 'vitest';
import { turn, turnsOf, type TurnedBy } from '../../../src/engine/nn/rotary';
import { toSequences } from '../../../src/engine/nn/sequence';
import { differentiate } from '../../../src/kernels/differentiate';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { normalTensor, numbersOf } from '../../fixtures/agreement';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

const [heads, dim, day] = [2, 8, 86_400_000];

/** Affinities of all positions of a sequence at such times, head by head, all of the same content. */
async function affinities(by: TurnedBy, times: readonly number[]): Promise<number[]> {
  const count = times.length;
  const sequences = toSequences({
    lengths: Int32Array.of(count),
    items: new Int32Array(count),
    times: Float64Array.from(times),
  });
  const row = normalTensor([1, 3 * heads * dim], createRandom(2));
  const projected = tf.lookup(row, new Int32Array(sequences.ragged.size));
  const turned = turn(projected, heads, turnsOf(sequences, by, dim / 2));
  const parts = tf.slice(
    tf.reshape(turned, [sequences.ragged.size, 3, heads, dim]),
    [0, 0, 0, 0],
    [count, 3, heads, dim],
  );
  const [queries, keys] = tf.unstack(tf.transpose(parts, [1, 2, 0, 3]));
  return [...(await numbersOf(tf.matMul(queries, keys, false, true)))];
}

const at = (values: readonly number[], count: number, [i, j]: readonly [number, number]): number =>
  values[i * count + j];

describe.each(hostBackends)('numbers that are turned, on %s', (backend) => {
  test('let queries meet keys by how far they are apart in places', async () => {
    await startInNode(backend);
    const values = await affinities('places', [5, 6, 9, 40]);
    const from = (pair: readonly [number, number]): number => at(values, 4, pair);
    expect(from([1, 0])).toBeCloseTo(from([3, 2]), 4);
    expect(from([2, 0])).toBeCloseTo(from([3, 1]), 4);
    expect(Math.abs(from([1, 0]) - from([2, 0]))).toBeGreaterThan(0.01);
    expect(Math.abs(from([1, 0]) - from([0, 1]))).toBeGreaterThan(0.01);
  });

  test('let queries meet keys by how far they are apart in time, whenever that was', async () => {
    await startInNode(backend);
    const times = [0, 3 * day, 4 * day, 400 * day];
    const values = await affinities('times', times);
    const later = await affinities(
      'times',
      times.map((time) => time + 1e12),
    );
    values.forEach((value, i) => expect(value).toBeCloseTo(later[i], 3));
    const [near, far] = [at(values, 4, [2, 1]), at(values, 4, [3, 2])];
    expect(Math.abs(near - far)).toBeGreaterThan(0.01);
  });

  test('are turned by places alone where times are not known', async () => {
    await startInNode(backend);
    const [unknown, same] = [await affinities('times', [NaN, NaN, NaN]), [7, 7, 7]];
    expect(unknown).toEqual(await affinities('times', same));
  });
});

test('turning keeps the values, and the length of queries and keys', async () => {
  await startInNode('cpu');
  const sequences = toSequences({
    lengths: Int32Array.of(2, 3),
    items: new Int32Array(5),
    times: Float64Array.of(0, 9, 1, 5, 6),
  });
  const { size } = sequences.ragged;
  const projected = normalTensor([size, 3 * dim], createRandom(3));
  const turned = turn(projected, 1, turnsOf(sequences, 'places', dim / 2));
  const third = (x: tf.Tensor, i: number): tf.Tensor => tf.slice(x, [0, i * dim], [size, dim]);
  expect(await numbersOf(third(turned, 2))).toEqual(await numbersOf(third(projected, 2)));
  const lengths = async (x: tf.Tensor, i: number) => numbersOf(tf.sum(tf.square(third(x, i)), 1));
  for (const i of [0, 1]) {
    const [own, before] = [await lengths(turned, i), await lengths(projected, i)];
    own.forEach((value, row) => expect(value).toBeCloseTo(before[row], 4));
  }
});

test('a slope is what finite differences say', async () => {
  await startInNode('cpu');
  const sequences = toSequences({
    lengths: Int32Array.of(3),
    items: new Int32Array(3),
    times: Float64Array.of(0, day, 9 * day),
  });
  const { size } = sequences.ragged;
  const turns = turnsOf(sequences, 'times', dim / 2);
  const random = createRandom(4);
  const [at, along, weight] = [0, 1, 2].map(() => normalTensor([size, 3 * dim], random));
  const loss = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(tf.square(turn(x, 1, turns)), weight));
  const { gradients } = differentiate([at], () => loss(at));
  const step = 1e-2;
  const [before, after] = await Promise.all(
    [-step, step].map(async (far) => (await numbersOf(loss(tf.add(at, tf.mul(along, far)))))[0]),
  );
  const [slope] = await numbersOf(tf.sum(tf.mul(gradients[0].dense!, along)));
  expect((after - before) / (2 * step)).toBeCloseTo(slope, 1);
});
