import { describe, expect, test } from 'vitest';
import { filterItems } from '../../../src/engine/serving/filter';
import { all, shelf, wanting } from '../../fixtures/shelf';

const cases: readonly [string, Parameters<typeof wanting>[0], number[]][] = [
  ['nothing', {}, [0, 1, 2, 3, 4, 5]],
  ['one of the genres', { genres: ['war', 'comedy'] }, [1, 3, 4]],
  ['years, inclusive', { years: [1979, 1986] }, [0, 1, 3]],
  ['an open end', { years: [1988, null] }, [2, 4]],
  ['text, whatever its case and accents', { text: 'Aliên' }, [0, 1]],
  ['none of a genre', { blockedGenres: ['drama'] }, [3, 4, 5]],
  ['only what nobody chose', { newItems: 'only' }, [4]],
  ['nothing that nobody chose', { newItems: 'none' }, [0, 1, 2, 3, 5]],
];

describe('keeps what is asked for', () => {
  test.each(cases)('by %s', (_what, controls, kept) => {
    expect([...filterItems(all, shelf, wanting(controls)).items]).toEqual(kept);
  });
});

test('counts what is left out once, for its first reason', () => {
  const controls = wanting({ genres: ['drama', 'comedy'], years: [1980, null], text: 'a' });
  const { items, leftOut } = filterItems(all, shelf, controls);
  expect([...items]).toEqual([1, 2, 3]);
  expect(leftOut).toEqual({ genres: 1, years: 1, text: 1, blocked: 0, newItems: 0 });
});
