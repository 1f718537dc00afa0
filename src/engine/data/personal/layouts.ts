import { numberOr, timeOr, type Layout } from './layout';
import { viewingActivity, viewingHistory } from './netflix';
import type { PersonalEntry } from './personal-export';

/** Known layouts, the most particular first. */
export const layouts: readonly Layout[] = [
  {
    service: 'letterboxd',
    about: 'films',
    scale: [0.5, 5],
    columns: ['Date', 'Name', 'Year', 'Letterboxd URI'],
    read: (cell) => ({
      title: cell('Name'),
      year: numberOr(cell('Year')),
      rating: numberOr(cell('Rating')),
      at: timeOr(cell('Watched Date')) ?? timeOr(cell('Date')),
    }),
  },
  {
    service: 'goodreads',
    about: 'books',
    scale: [1, 5],
    columns: ['Title', 'Author', 'My Rating', 'Exclusive Shelf'],
    read: (cell) =>
      cell('Exclusive Shelf') === 'to-read'
        ? null
        : {
            title: cell('Title'),
            year: numberOr(cell('Original Publication Year')) ?? numberOr(cell('Year Published')),
            rating: numberOr(cell('My Rating')) || null, // 0 is no rating
            at: timeOr(cell('Date Read')) ?? timeOr(cell('Date Added')),
          },
  },
  {
    service: 'imdb',
    about: 'films',
    scale: [1, 10],
    columns: ['Const', 'Your Rating', 'Title', 'Year'],
    read: (cell) =>
      /episode/i.test(cell('Title Type'))
        ? null
        : {
            title: cell('Title'),
            ...originalOf(cell('Title'), cell('Original Title')),
            year: numberOr(cell('Year')),
            rating: numberOr(cell('Your Rating')),
            at: timeOr(cell('Date Rated')),
          },
  },
  viewingActivity,
  viewingHistory,
];

/** The layout of a table with columns of these `names`, or null. */
export function findLayout(names: readonly string[]): Layout | null {
  const said = names.map((name) => name.trim());
  return layouts.find((layout) => fits(layout, said)) ?? null;
}

function fits({ columns, isExact }: Layout, names: readonly string[]): boolean {
  const isWhole = !isExact || names.length === columns.length;
  return isWhole && columns.every((column) => names.includes(column));
}

/** The title that a film has at home, where that is another. */
function originalOf(title: string, original: string): Pick<PersonalEntry, 'originalTitle'> {
  return original === '' || original === title ? {} : { originalTitle: original };
}
