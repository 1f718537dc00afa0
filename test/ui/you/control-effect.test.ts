import { expect, test } from 'vitest';
import type { ServedItem } from '../../../src/api';
import { noControls } from '../../../src/engine/serving/controls';
import { areCrossed, effectOf, sliders } from '../../../src/ui/you/control-effect';
import { en } from '../../../src/ui/messages/en';

const items = [0, 2, 1, 3].map((place) => ({ place }) as ServedItem);

test('asks for nothing to begin with', () => {
  expect(effectOf(noControls, items)).toEqual({ isNeutral: true, moved: 2 });
  expect(effectOf(null, []).isNeutral).toBe(true);
  expect(effectOf({ ...noControls, explorer: 'thompson' }, []).isNeutral).toBe(true);
  expect(effectOf({ ...noControls, newItems: undefined }, []).isNeutral).toBe(true);
});

test.each([
  { years: [1980, null] },
  { text: 'a' },
  { diversity: 0.1 },
  { pinned: ['x'] },
  { newItems: 'none' },
] as const)('asks for something by %o', (changes) => {
  expect(effectOf({ ...noControls, ...changes }, items).isNeutral).toBe(false);
});

test('years cross where the first comes after the last', () => {
  const crossed = (...years: [number | null, number | null]) =>
    areCrossed({ ...noControls, years });
  expect([crossed(1999, 1985), crossed(1985, 1985)]).toEqual([true, false]);
  expect([crossed(1999, null), crossed(null, 1985), areCrossed(null)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('says what each degree means', () => {
  const percent = (share: number) => `${100 * share} %`;
  const said = sliders.map(({ says, min, max }) =>
    [min, 0, max].map((value) => says(value, en.controls, percent)),
  );
  expect(said.map(([, middle]) => middle)).toEqual(sliders.map(() => en.controls.asModel));
  expect(said[1]).toEqual([
    '100 % towards the unknown',
    expect.any(String),
    '100 % towards the well known',
  ]);
});
