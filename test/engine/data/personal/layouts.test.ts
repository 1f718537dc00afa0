import { describe, expect, test } from 'vitest';
import { findLayout } from '../../../../src/engine/data/personal/layouts';
import { showOf } from '../../../../src/engine/data/personal/netflix';

describe('a list is recognised by its columns', () => {
  test.each([
    [['Date', 'Name', 'Year', 'Letterboxd URI', 'Rating'], 'letterboxd'],
    [['Const', 'Your Rating', 'Date Rated', 'Title', 'Year'], 'imdb'],
    [['Title', 'Date'], 'netflix'],
    [['Profile Name', 'Start Time', 'Duration', 'Title', 'Supplemental Video Type'], 'netflix'],
    [['Profile Name', 'Start Time', 'Title'], undefined],
    [['Title', 'Date', 'Rating'], undefined],
    [['userId', 'movieId', 'rating', 'timestamp'], undefined],
    [['movieId', 'title', 'genres'], undefined],
  ])('%s', (names, service) => {
    expect(findLayout(names)?.service).toBe(service);
  });
});

describe('an episode belongs to its show', () => {
  test.each([
    ['Tides: Season 1: Ebb', 'Tides'],
    ['Tides: Staffel 2: Ebbe', 'Tides'],
    ['Tides: Under Water: Part 3: Flood', 'Tides: Under Water'],
    ['Tides: Limited Series: Ebb', 'Tides'],
    ['潮汐: 第 2 季: 退潮', '潮汐'],
    ['Salt: A Story', 'Salt: A Story'],
    ['Quiet', 'Quiet'],
  ])('%s', (title, show) => {
    expect(showOf(title)).toBe(show);
  });
});
