import { describe, expect, test } from 'vitest';
import { previewFile } from '../../../../src/engine/data/guess';
import { openFiles } from '../../../../src/engine/data/opening/open-files';
import { readExport } from '../../../../src/engine/data/personal/read-export';
import { fileOf, latin1 } from '../../../fixtures/dropped-files';
import { zipOf } from '../../../fixtures/zip';

/** What `files` hold, as they are recognised. */
async function read(...files: readonly File[]) {
  const sources = await openFiles(files);
  const previews = await Promise.all(sources.map((source) => previewFile(source)));
  const personal = sources
    .map((source, at) => ({ source, plan: previews[at].plan }))
    .filter(({ plan }) => plan.kind === 'personal');
  return readExport(personal);
}

const day = (text: string): number => Date.parse(text);

describe('Letterboxd', () => {
  const ratings =
    'Date,Name,Year,Letterboxd URI,Rating\n2023-05-01,"Salt, Water",1999,https://x/1,4.5\n2023-05-02,Low Tide,2001,https://x/2,0.5\n';
  const watched =
    'Date,Name,Year,Letterboxd URI\n2023-06-01,Low Tide,2001,https://x/2\n2023-06-02,Quiet,1988,https://x/3\n';

  test('ratings and what was watched become one list, the newest first', async () => {
    const list = await read(fileOf('ratings.csv', ratings), fileOf('watched.csv', watched));
    expect(list).toEqual({
      services: ['letterboxd'],
      about: 'films',
      scale: [0.5, 5],
      entries: [
        { title: 'Quiet', year: 1988, rating: null, at: day('2023-06-02') },
        { title: 'Low Tide', year: 2001, rating: 0.5, at: day('2023-06-01') },
        { title: 'Salt, Water', year: 1999, rating: 4.5, at: day('2023-05-01') },
      ],
    });
  });

  test('an export is read from its archive, less the watchlist and what was deleted', async () => {
    const list = await read(
      await zipOf('letterboxd-ann.zip', {
        'ratings.csv': ratings,
        'watchlist.csv': watched.replaceAll('Quiet', 'Not Yet Seen'),
        'deleted/ratings.csv': ratings.replaceAll('Salt', 'Sugar'),
        'profile.csv': 'Date Joined,Username\n2020-01-01,ann\n',
      }),
    );
    expect(list.entries.map(({ title }) => title)).toEqual(['Low Tide', 'Salt, Water']);
  });
});

test('Goodreads: 0 is no rating, and what is to be read was not', async () => {
  const header =
    'Book Id,Title,Author,My Rating,Average Rating,Year Published,Original Publication Year,Date Read,Date Added,Exclusive Shelf';
  const list = await read(
    fileOf(
      'goodreads_library_export.csv',
      `${header}\n1,"Harbour (Tides, #1)",A. B.,5,4.1,2005,1990,2022/01/31,2021/01/01,read\n` +
        '2,Quiet,C. D.,0,3.9,1988,,,2021/02/01,read\n3,Someday,E. F.,0,4.0,2000,,,2021/03/01,to-read\n',
    ),
  );
  expect(list).toMatchObject({ services: ['goodreads'], about: 'books', scale: [1, 5] });
  expect(list.entries).toEqual([
    { title: 'Harbour (Tides, #1)', year: 1990, rating: 5, at: day('2022-01-31') },
    { title: 'Quiet', year: 1988, rating: null, at: day('2021-02-01') },
  ]);
});

test('IMDb: films and series, no episodes, in windows-1252 too', async () => {
  const text =
    'Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres\n' +
    'tt01,9,2020-02-03,Amélie in Winter,https://x,Movie,8.1,100,2010,Drama\n' +
    'tt02,3,2020-02-04,One Night,https://x,TV Episode,7.1,40,2011,Drama\n';
  const list = await read(fileOf('ratings.csv', latin1(text)));
  expect(list).toEqual({
    services: ['imdb'],
    about: 'films',
    scale: [1, 10],
    entries: [{ title: 'Amélie in Winter', year: 2010, rating: 9, at: day('2020-02-03') }],
  });
});

describe('Netflix', () => {
  test('episodes count as their show, on the day of the last', async () => {
    const list = await read(
      fileOf(
        'NetflixViewingHistory.csv',
        'Title,Date\n"Tides: Season 2: Low Water","4/20/24"\n"Tides: Season 1: High Water","4/3/24"\n"Salt: A Story","3/30/24"\n',
      ),
    );
    expect(list).toEqual({
      services: ['netflix'],
      about: 'films',
      scale: null,
      entries: [
        { title: 'Tides', year: null, rating: null, at: day('2024-04-20') },
        { title: 'Salt: A Story', year: null, rating: null, at: day('2024-03-30') },
      ],
    });
  });
});

test('ratings of two services are brought to one scale', async () => {
  const list = await read(
    fileOf('a.csv', 'Date,Name,Year,Letterboxd URI,Rating\n2023-05-01,Quiet,1988,https://x,5\n'),
    fileOf('b.csv', 'Const,Your Rating,Date Rated,Title,Year\ntt1,1,2023-05-02,Low Tide,2001\n'),
  );
  expect(list.scale).toEqual([0.5, 5]);
  expect(list.entries.map(({ rating }) => rating)).toEqual([0.5, 5]);
});

test('a list with nothing in it says so', async () => {
  const file = fileOf('ratings.csv', 'Date,Name,Year,Letterboxd URI,Rating\n');
  await expect(read(file)).rejects.toThrow(/There is no title in ratings\.csv that was watched/);
});
