import { parseNumber, parseTime } from '../reading/cells';
import type { PersonalEntry, PersonalExport, Service } from './personal-export';

/** How a service writes the list of a person. */
export interface Layout {
  readonly service: Service;
  readonly about: PersonalExport['about'];
  readonly scale: PersonalExport['scale'];
  /** Columns by which it is recognised. */
  readonly columns: readonly string[];
  /** The column of dates in the order of the person's country. */
  readonly localDate?: string;
  /** What a row says, by the names of its columns; null where it says nothing. */
  read(cell: (column: string) => string): PersonalEntry | null;
}

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
            year: numberOr(cell('Year')),
            rating: numberOr(cell('Your Rating')),
            at: timeOr(cell('Date Rated')),
          },
  },
  {
    service: 'netflix',
    about: 'films',
    scale: null,
    columns: ['Title', 'Date'],
    localDate: 'Date',
    read: (cell) => ({ title: showOf(cell('Title')), year: null, rating: null, at: null }),
  },
];

/** The layout of a table with columns of these `names`, or null. */
export function findLayout(names: readonly string[]): Layout | null {
  const said = names.map((name) => name.trim());
  return layouts.find((layout) => fits(layout, said)) ?? null;
}

/** Two columns called Title and Date mean a viewing history only where there is no third. */
function fits({ columns, service }: Layout, names: readonly string[]): boolean {
  if (service === 'netflix' && names.length !== columns.length) return false;
  return columns.every((column) => names.includes(column));
}

/** Words that are followed by the number of a season, in the languages of the service. */
const season =
  /^(season|series|part|volume|chapter|book|staffel|teil|saison|partie|temporada|parte|stagione|seizoen|säsong|sæson|sesong|kausi|sezon|сезон|第)\b.*\d|^第.+[季部]|^(limited|mini)[- ]?series$|^miniserie/i;

/** The show that an episode belongs to: `Dark: Season 1: Secrets` is of `Dark`. */
export function showOf(title: string): string {
  const parts = title.split(/\s*:\s+/);
  const at = parts.findIndex((part, place) => place > 0 && season.test(part));
  return at > 0 ? parts.slice(0, at).join(': ') : title.trim();
}

function numberOr(cell: string): number | null {
  const number = parseNumber(cell);
  return Number.isNaN(number) ? null : number;
}

function timeOr(cell: string): number | null {
  const time = parseTime(cell);
  return Number.isNaN(time) ? null : time;
}
