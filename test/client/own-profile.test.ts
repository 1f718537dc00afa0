import { expect, test } from 'vitest';
import type { PersonalEntry, PersonalExport } from '../../src/api';
import { ofProfile } from '../../src/client/own-profile';

const entry = (title: string): PersonalEntry => ({ title, year: null, rating: null, at: null });
const [ofAnn, ofBen, ofCy] = [[entry('Low Tide'), entry('Quiet')], [entry('Salt')], [entry('Far')]];
const list: PersonalExport = {
  services: ['netflix'],
  about: 'films',
  profile: {
    name: 'Ann',
    others: [
      { name: 'Ben', entries: ofBen },
      { name: 'Cy', entries: ofCy },
    ],
  },
  scale: null,
  entries: ofAnn,
};

test('another profile’s list takes the place of the one that was taken, and back', () => {
  const bens = ofProfile(list, 'Ben');
  expect(bens).toEqual({
    ...list,
    profile: {
      name: 'Ben',
      others: [
        { name: 'Ann', entries: ofAnn },
        { name: 'Cy', entries: ofCy },
      ],
    },
    entries: ofBen,
  });
  expect(ofProfile(bens, 'Ann')).toEqual(list);
});

test('there is none of a name that nobody has', () => {
  expect(ofProfile(list, 'Dan')).toBe(list);
  const { profile, ...alone } = list;
  expect(profile?.name).toBe('Ann');
  expect(ofProfile(alone, 'Ben')).toBe(alone);
});
