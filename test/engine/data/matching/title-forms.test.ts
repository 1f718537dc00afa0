import { describe, expect, test } from 'vitest';
import { foldTitle, formsOf } from '../../../../src/engine/data/matching/title-forms';

describe('the same title, written otherwise, folds to the same', () => {
  test.each([
    ['The Lantern', 'Lantern, The'],
    ['The Lantern', 'LANTERN'],
    ["L'Étoile noire", 'L’Etoile Noire'],
    ['Les Choses', 'Choses, Les'],
    ['Das Boot am Meer', 'Boot am Meer, Das'],
    ['Salt & Water', 'Salt and Water'],
    ["Ada's Map", 'Adas Map'],
    ['Harbour Part II', 'Harbour 2'],
    ['Seven Boats', '7 Boats'],
    ['Straße', 'Strasse'],
    ['Smørrebrød', 'Smorrebrod'],
  ])('%s and %s', (one, other) => {
    expect(foldTitle(one)).toBe(foldTitle(other));
  });

  test('but sequels do not, and an article alone is a title', () => {
    expect(foldTitle('Harbour II')).not.toBe(foldTitle('Harbour III'));
    expect(foldTitle('The')).toBe('the');
  });
});

test('a title is also what stands in its brackets, and before and after its colon', () => {
  const textsOf = (title: string) => formsOf(title).forms.map(({ text }) => text);
  expect(textsOf('Kumo no michi (Path of Clouds, The)')).toEqual([
    'kumo no michi',
    'path of clouds',
  ]);
  expect(textsOf('Six (a.k.a. S1x) (1995)')).toEqual(['6', 's1x']);
  expect(textsOf('Six a.k.a. S1x (One / Two)')).toEqual(['6 a k a s1x', '1', '2', '6', 's1x']);
  expect(textsOf('Far Sails: Episode IV - A New Wind')).toEqual([
    'far sails 4 a new wind',
    'far sails',
    '4 a new wind',
    'new wind',
  ]);
  expect(formsOf('Low Tide (1999)')).toEqual({
    forms: [{ text: 'low tide', weight: 1 }],
    year: 1999,
  });
  expect(textsOf('(Untitled)')).toEqual(['untitled']);
});
