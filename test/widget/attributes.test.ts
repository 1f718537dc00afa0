import { expect, test } from 'vitest';
import {
  observed,
  toFallback,
  toLimit,
  toPrecision,
  toThreshold,
} from '../../src/widget/attributes';
import { declared, namesOf } from '../fixtures/custom-elements';

test.each([
  [null, 10],
  ['4', 4],
  ['100', 100],
  ['101', 10],
  ['0', 10],
  ['2.5', 10],
  ['many', 10],
])('of %j items, %i are asked for', (text, limit) => {
  expect(toLimit(text)).toBe(limit);
});

test.each([
  [null, null],
  ['', null],
  ['high', null],
  ['0', 0],
  ['-1.5', -1.5],
])('the threshold %j is %j', (text, threshold) => {
  expect(toThreshold(text)).toBe(threshold);
});

test('what is not known is as by default', () => {
  expect([toFallback('none'), toFallback('all'), toFallback(null)]).toEqual([
    'none',
    'popular',
    'popular',
  ]);
  expect([toPrecision('float32'), toPrecision('int4'), toPrecision(null)]).toEqual([
    'float32',
    'int8',
    'int8',
  ]);
});

test('editors are told of every attribute', () => {
  expect(namesOf(declared.attributes)).toEqual([...observed].sort());
});
