import { expect, test } from 'vitest';
import { historyOf } from '../../../src/engine/data/dataset';
import { holdoutsAfter, holdOutPeople } from '../../../src/engine/training/timelines';
import { datasetOf } from '../../fixtures/events';

/** Ten people with 45 interactions each, oldest first, and one with 3. */
const events = Array.from({ length: 453 }, (_zero, i): [number, number] =>
  i < 450 ? [Math.floor(i / 45), ((i % 45) * 7 + Math.floor(i / 45)) % 60] : [10, i - 450],
);
const dataset = datasetOf(events);

test('people are held out whole, among those with enough, and never more than half', () => {
  const { people, others } = holdOutPeople(dataset, 3, 1);
  expect(people.length).toBe(3);
  expect(people).not.toContain(10);
  for (const user of people) expect(historyOf(others, user).items.length).toBe(0);
  expect(others.itemOf.length).toBe(453 - 3 * 45);
  expect(holdOutPeople(dataset, 100, 1).people.length).toBe(5);
  expect(holdOutPeople(dataset, 3, 1).people).toEqual(people);
  expect(holdOutPeople(dataset, 3, 2).people).not.toEqual(people);
});

test('after each stage, the next ten are to be found, and nothing that is known', () => {
  const [{ query, relevant }] = holdoutsAfter(dataset, [4], 3);
  const { items } = historyOf(dataset, 4);
  expect(query.user).toBeNull();
  expect(Array.from(query.history.items)).toEqual(Array.from(items.subarray(0, 3)));
  expect([...relevant.keys()]).toEqual(Array.from(items.subarray(3, 13)));
});

test('says what is missing where nobody has enough', () => {
  const few = datasetOf([
    [0, 0],
    [1, 1],
  ]);
  expect(() => holdOutPeople(few, 3, 1)).toThrow(/40 interactions/);
  expect(() => holdOutPeople(few, 3, 1, [0, 5])).toThrow(/15 interactions/);
});
