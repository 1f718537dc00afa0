import { expect, test } from 'vitest';
import { themed } from '../../src/widget/wishes';
import { declared, namesOf } from '../fixtures/custom-elements';

test('a frame takes on every property that a page can set', () => {
  expect(namesOf(declared.cssProperties)).toEqual([...themed].sort());
});
