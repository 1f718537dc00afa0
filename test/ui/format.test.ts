import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../src/ui/format';

const en = formatsFor('en');

test.each([
  [0, '0:00'],
  [59.6, '1:00'],
  [75, '1:15'],
  [3661, '1:01:01'],
])('%d seconds are %s', (seconds, text) => {
  expect(en.duration(seconds)).toBe(text);
});

test.each([
  [0, '0 kB'],
  [96_000, '96 kB'],
  [1_234_567, '1.23 MB'],
  [6e10, '60 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(en.bytes(bytes)).toBe(text);
});

describe('numbers', () => {
  test('counts are grouped', () => expect(en.count(100_836)).toBe('100,836'));
  test('metrics have four digits', () => expect(en.metric(0.05)).toBe('0.0500'));
  test('differences show their sign', () => expect(en.difference(0.0057)).toBe('+0.0057'));
  test('bounds stay exact', () => expect(en.exact(8192)).toBe('8,192'));
  test('small bounds too', () => expect(en.exact(1e-5)).toBe('0.00001'));
});

test.each([
  ['2000-04', 'Apr 2000', '2000年4月'],
  ['0033-12', 'Dec 33', '33年12月'],
  ['12345-01', 'Jan 12345', '12345年1月'],
])('the month %s is %s', (name, english, chinese) => {
  expect(en.month(name)).toBe(english);
  expect(formatsFor('zh').month(name)).toBe(chinese);
});
