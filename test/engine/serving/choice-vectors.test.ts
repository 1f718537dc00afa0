import { expect, test } from 'vitest';
import { createVocabulary } from '../../../src/engine/data/vocabulary';
import { choiceVectors } from '../../../src/engine/serving/choice-vectors';
import { nearestTo } from '../../../src/engine/serving/neighbours';
import { byVectors } from '../../../src/engine/serving/shelf';
import { principalPlane } from '../../../src/kernels/principal';
import { datasetOf, type Event } from '../../fixtures/events';
import { tasteOf, twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes();

test('what the same people chose is most alike, and what no two have in common is not at all', () => {
  const likeness = byVectors(choiceVectors(dataset, dataset.items));
  for (let item = 0; item < dataset.items.size; item++) {
    const near = nearestTo(item, likeness, dataset.items.size, 5);
    expect(near.map((other) => tasteOf(other.item))).toEqual(Array(5).fill(tasteOf(item)));
    expect(likeness.between(item, item ^ 1)).toBeCloseTo(0, 4);
  }
});

test('they are alike as the sets of their users are, where there are no more users than directions', () => {
  const events: Event[] = [
    [0, 0, 1],
    [1, 0, 2],
    [0, 1, 3],
    [1, 2, 4],
    [2, 2, 5],
    [3, 2, 6],
    [2, 3, 7],
  ];
  const small = datasetOf(events);
  const { between } = byVectors(choiceVectors(small, small.items));
  expect(between(0, 1)).toBeCloseTo(1 / Math.sqrt(2), 4);
  expect(between(0, 2)).toBeCloseTo(1 / Math.sqrt(6), 4);
  expect(between(1, 3)).toBeCloseTo(0, 4);
});

test('on a plane both tastes lie apart', () => {
  const { values, width } = choiceVectors(dataset, dataset.items);
  const { x } = principalPlane(values, width);
  const sides = Array.from(x, Math.sign);
  for (let item = 0; item < sides.length; item++) expect(sides[item]).toBe(sides[tasteOf(item)]);
  expect(sides[0]).not.toBe(sides[1]);
});

test('items that the data lack have zeros, and all others are found by their ids', () => {
  const items = createVocabulary(['i3', 'new', 'i0'], 'item');
  const { values, width } = choiceVectors(dataset, items);
  const all = choiceVectors(dataset, dataset.items).values;
  expect(values.subarray(0, width)).toEqual(all.subarray(3 * width, 4 * width));
  expect(values.subarray(width, 2 * width)).toEqual(new Float32Array(width));
  expect(values.subarray(2 * width)).toEqual(all.subarray(0, width));
});
