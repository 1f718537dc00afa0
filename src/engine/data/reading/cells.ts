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
 * or `31.01.2024 18:30`. Without a zone it is UTC, wherever it is read.
 */
export function parseTime(cell: string): number {
  const text = cell.trim();
  const count = text === '' ? NaN : Number(text);
  if (!Number.isNaN(count)) return toMilliseconds(count);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.*))?$/.exec(text);
  if (yearFirst) return timeOf(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]+(.*))?$/.exec(text);
  return dayFirst ? timeOf(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]) : NaN;
}

const decimalComma = /^[-+]?\d+,\d+$/;
const clock =
  /^([01]?\d|2[0-4]):([0-5]\d)(?::(\d{2})(\.\d+)?)?\s*(?:Z|UTC|([-+])(\d{2}):?(\d{2})?)?$/i;

/** A count as ms: 10 digits are seconds, 13 are ms, 16 are µs; more are no time. */
export function toMilliseconds(count: number): number {
  const size = Math.abs(count);
  if (size < 1e11) return count * 1000;
  if (size < 1e14) return count;
  return size < 1e17 ? count / 1000 : NaN;
}

function timeOf(year: string, month: string, day: string, timeOfDay = '0:00'): number {
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isDay = new Date(midnight).getUTCDate() === Number(day) && Number(month) <= 12;
  const match = clock.exec(timeOfDay);
  if (!isDay || !match) return NaN;
  const [, hours, minutes, seconds = 0, fraction = 0, sign, zoneHours = 0, zoneMinutes = 0] = match;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const sinceMidnight = (Number(hours) * 60 + Number(minutes) - zone) * 60 + Number(seconds);
  return midnight + (sinceMidnight + Number(fraction)) * 1000;
}
