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

test('IMDb: the title that a film has at home, where it is another', async () => {
  const list = await read(
    fileOf(
      'ratings.csv',
      'Const,Your Rating,Date Rated,Title,Original Title,Title Type,Year\n' +
        'tt01,9,2020-02-03,Path of Clouds,Kumo no michi,Movie,1954\n' +
        'tt02,3,2020-02-02,Quiet,Quiet,Movie,1988\n',
    ),
  );
  expect(list.entries).toMatchObject([
    { title: 'Path of Clouds', originalTitle: 'Kumo no michi' },
    { title: 'Quiet' },
  ]);
  expect(list.entries[1]).not.toHaveProperty('originalTitle');
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

  const header =
    'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n';
  const activity =
    header +
    'Ann,2024-04-20 19:30:00,00:41:00,,Tides: Season 2: Low Water (Episode 1),,TV,00:41:00,00:41:00,DE (Germany)\n' +
    'Ben,2024-04-19 18:00:00,01:30:00,,"Far, Away",,TV,01:30:00,01:30:00,DE (Germany)\n' +
    'Ann,2024-04-18 18:00:00,00:01:10,,Season 1 Trailer: Quiet,TRAILER,TV,00:01:10,Not latest view,DE (Germany)\n' +
    'Ann,2024-04-17 18:00:00,00:00:09,Autoplayed: user action: None; ,Not Chosen,,TV,00:00:09,Not latest view,DE (Germany)\n' +
    'Ann,2024-04-16 18:00:00,01:50:00,,Salt: A Story,,TV,01:50:00,01:50:00,DE (Germany)\n';

  test('all that it tells is the list of the busiest profile, less trailers, and beside it those of the others', async () => {
    const list = await read(fileOf('ViewingActivity.csv', activity));
    expect(list).toEqual({
      services: ['netflix'],
      about: 'films',
      profile: {
        name: 'Ann',
        others: [
          {
            name: 'Ben',
            entries: [
              { title: 'Far, Away', year: null, rating: null, at: Date.UTC(2024, 3, 19, 18) },
            ],
          },
        ],
      },
      scale: null,
      entries: [
        { title: 'Tides', year: null, rating: null, at: Date.UTC(2024, 3, 20, 19, 30) },
        { title: 'Salt: A Story', year: null, rating: null, at: Date.UTC(2024, 3, 16, 18) },
      ],
    });
  });

  test('of the archive of an account only that is read', async () => {
    const archive = await zipOf('netflix-report.zip', {
      'netflix-report/CONTENT_INTERACTION/ViewingActivity.csv': activity,
      'netflix-report/CONTENT_INTERACTION/Ratings.csv':
        'Profile Name,Title Name,Star Value,Event Utc Ts\nBen,Quiet,4,2020-01-01 10:00:00\n',
      'netflix-report/CLICKSTREAM/Clickstream.csv':
        'Profile Name,Source,Navigation Level,Click Utc Ts\nBen,TV,search,2020-01-01 10:00:00\n',
    });
    const sources = await openFiles([archive]);
    const previews = await Promise.all(sources.map((source) => previewFile(source)));
    expect(previews.map(({ plan }) => plan.kind)).toEqual(['personal', 'unknown', 'unknown']);
    expect((await read(archive)).entries).toHaveLength(2);
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
