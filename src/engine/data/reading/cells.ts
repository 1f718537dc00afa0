import { utc, type TimeZone } from './time-zone';

/**
 * The number in `cell`, with a point or a comma before the decimals; NaN where
 * there is none, or none that a 32-bit float can hold.
 */
export function parseNumber(cell: string): number {
  const text = cell.trim();
  if (text === '') return NaN;
  let number = Number(text);
  if (Number.isNaN(number) && decimalComma.test(text)) number = Number(text.replace(',', '.'));
  return Number.isFinite(Math.fround(number)) ? number : NaN;
}

/**
 * The time in `cell` in ms since the epoch, or NaN: a count of seconds, ms or µs
 * since 1970, or a date with or without a time of day, as `2024-01-31T18:30:00Z`
 * or `31.01.2024 18:30`. Where it names no zone itself it is of `zone`, wherever it is read.
 */
export function parseTime(cell: string, zone: TimeZone = utc): number {
  const text = cell.trim();
  const count = text === '' ? NaN : Number(text);
  if (!Number.isNaN(count)) return toMilliseconds(count);
  const date = parseDate(text);
  if (date === null) return NaN;
  return date.offset === null ? zone.timeAt(date.clock) : date.clock - date.offset;
}

/** Whether `cell` is a time that depends on where its clock hung: a date that names no zone. */
export function isLocalTime(cell: string): boolean {
  const text = cell.trim();
  return Number.isNaN(Number(text)) && parseDate(text)?.offset === null;
}

const decimalComma = /^[-+]?\d+,\d+$/;
const clockForm =
  /^([01]?\d|2[0-4]):([0-5]\d)(?::(\d{2})(\.\d+)?)?\s*(Z|UTC|([-+])(\d{2}):?(\d{2})?)?$/i;

/** A count as ms: 10 digits are seconds, 13 are ms, 16 are µs; more are no time. */
export function toMilliseconds(count: number): number {
  const size = Math.abs(count);
  if (size < 1e11) return count * 1000;
  if (size < 1e14) return count;
  return size < 1e17 ? count / 1000 : NaN;
}

/** A date with a time of day, as a text has it. */
interface WrittenDate {
  /** What the clock shows, as ms since the epoch, were it on UTC. */
  readonly clock: number;
  /** ms by which it is ahead of UTC; null where that is not said. */
  readonly offset: number | null;
}

function parseDate(text: string): WrittenDate | null {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.*))?$/.exec(text);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]+(.*))?$/.exec(text);
  return dayFirst && dateOf(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
}

function dateOf(year: string, month: string, day: string, timeOfDay = '0:00'): WrittenDate | null {
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isDay = new Date(midnight).getUTCDate() === Number(day) && Number(month) <= 12;
  const match = clockForm.exec(timeOfDay);
  if (!isDay || !match) return null;
  const [, hours, minutes, seconds = 0, fraction = 0, zone, sign] = match;
  const [zoneHours = 0, zoneMinutes = 0] = match.slice(7);
  const ahead = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const sinceMidnight = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return {
    clock: midnight + (sinceMidnight + Number(fraction)) * 1000,
    offset: zone === undefined ? null : ahead * 60_000,
  };
}
