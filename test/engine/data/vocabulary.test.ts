import { expect, test } from 'vitest';
import { createVocabulary, knownItems } from '../../../src/engine/data/vocabulary';

const animals = createVocabulary(['cat', 'dog', '猫', '__proto__'], 'item');

test('leads from ids to indices and back', () => {
  expect(animals.size).toBe(4);
  expect(animals.ids.map((id) => animals.indexOf(id))).toEqual([0, 1, 2, 3]);
  expect(animals.ids.map((id) => animals.find(id))).toEqual([0, 1, 2, 3]);
});

test('tells what it never saw', () => {
  expect(animals.find('toString')).toBe(-1);
  expect(() => animals.indexOf('cow')).toThrow(
    expect.objectContaining({ name: 'UnknownIdError', message: expect.stringContaining('cow') }),
  );
});

test('finds what it knows among many', () => {
  expect(knownItems(['dog', 'cow', '猫', 'dog'], animals)).toEqual([1, 2, 1]);
});
