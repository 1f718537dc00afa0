/** What the beginning of a file of interactions says of its own columns, for a person to judge by. */
import type { Row } from '../csv';
import type { FilePlan, RatingPreview, RepeatPreview, TimePreview } from '../plan';
import { isLocalTime, parseNumber, parseTime } from './cells';
import { createTimeZone } from './time-zone';

/** How `plan` reads the times of `rows`, of which the first `shown` are shown; null without such a column. */
export function previewTimes(
  { kind, roles, timeZone }: FilePlan,
  rows: readonly Row[],
  shown: number,
): TimePreview | null {
  const column = roles.time;
  if (kind !== 'interactions' || column === undefined) return null;
  const zone = createTimeZone(timeZone);
  const read = rows.slice(0, shown).map(({ cells }) => {
    const time = parseTime(cells[column] ?? '', zone);
    return Number.isNaN(time) ? null : time;
  });
  return { read, isLocal: rows.some(({ cells }) => isLocalTime(cells[column] ?? '')) };
}

/** What the ratings of `rows` are like, if `column` holds them; null where it has no numbers. */
export function previewRatings(rows: readonly Row[], column: number): RatingPreview | null {
  const values = rows
    .map(({ cells }) => parseNumber(cells[column] ?? ''))
    .filter((value) => !Number.isNaN(value));
  if (values.length === 0) return null;
  let [low, high, sum] = [Infinity, -Infinity, 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  return { column, low, high, mean: sum / values.length, rows: values.length };
}

/** How many of `rows` are of a user and an item that came before; null where they are no interactions. */
export function previewRepeats(
  { kind, roles }: FilePlan,
  rows: readonly Row[],
): RepeatPreview | null {
  const { user, item } = roles;
  if (kind !== 'interactions' || user === undefined || item === undefined) return null;
  const pairs = rows.map(({ cells }) => JSON.stringify([cells[user]?.trim(), cells[item]?.trim()]));
  return { count: pairs.length - new Set(pairs).size, rows: pairs.length };
}
