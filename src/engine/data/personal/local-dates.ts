/** Reads dates such as 1/31/24 or 31.01.2024, as one order of day and month in a whole file. */
type Parts = readonly [number, number, number];

/** Orders in which a country writes the day, the month and the year: their places. */
const orders: readonly Parts[] = [
  [1, 0, 2], // month/day/year
  [0, 1, 2],
  [2, 1, 0],
];

/**
 * The times of `cells`, in ms since the epoch, NaN where one is no date. Day and month stand
 * as makes the most of them dates, and keeps the list in order, as it is written newest first.
 */
export function parseLocalDates(cells: readonly string[]): number[] {
  const readings = orders.map((order) => cells.map((cell) => parseDate(cell, order)));
  return readings.reduce((best, times) => (faults(times) < faults(best) ? times : best));
}

function parseDate(cell: string, [day, month, year]: Parts): number {
  const numbers = /^\s*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\D*$/.exec(cell)?.slice(1);
  if (!numbers) return NaN;
  const [d, m, y] = [day, month, year].map((place) => Number(numbers[place]));
  const isShort = numbers[year].length === 2;
  const isYear = isShort || numbers[year].length === 4;
  const time = Date.UTC(isShort ? 2000 + y : y, m - 1, d);
  const isDay = isYear && m >= 1 && m <= 12 && new Date(time).getUTCDate() === d;
  return isDay ? time : NaN;
}

/** What is wrong with a reading: what is no date weighs more than what is out of order. */
function faults(times: readonly number[]): number {
  const unread = times.filter(Number.isNaN).length;
  const unordered = times.filter((time, at) => at > 0 && time > times[at - 1]).length;
  return unread * times.length + unordered;
}
