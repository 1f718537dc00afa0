import { timeOr, type Layout } from './layout';

/** `ViewingActivity.csv`, of all that Netflix tells on request: of every profile of an account. */
export const viewingActivity: Layout = {
  service: 'netflix',
  about: 'films',
  scale: null,
  columns: ['Profile Name', 'Start Time', 'Duration', 'Title', 'Supplemental Video Type'],
  profile: 'Profile Name',
  read: (cell) =>
    isChosen(cell('Supplemental Video Type'), cell('Attributes'))
      ? { title: showOf(cell('Title')), year: null, rating: null, at: timeOr(cell('Start Time')) }
      : null,
};

/** `NetflixViewingHistory.csv`, which anyone gets from the page of their profile. */
export const viewingHistory: Layout = {
  service: 'netflix',
  about: 'films',
  scale: null,
  columns: ['Title', 'Date'],
  isExact: true,
  localDate: 'Date',
  read: (cell) => ({ title: showOf(cell('Title')), year: null, rating: null, at: null }),
};

/** Whether a row is of a title that someone chose: not of a trailer, nor of what began by itself. */
function isChosen(supplement: string, attributes: string): boolean {
  return supplement === '' && !/trailer|autoplayed: user action: none/i.test(attributes);
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
