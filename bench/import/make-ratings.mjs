/**
 * Writes invented ratings in the shape of MovieLens 25M or 32M: its columns, its numbers of people
 * and films, a long tail of films, histories that are ordered by film and not by time.
 *
 *     node bench/import/make-ratings.mjs FILE [rows]
 *
 * The same rows always give the same file.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createRandom, drawLengths, openSink } from './invent.mjs';

/** `items` are those that were rated; times are seconds. */
export const movieLens25M = {
  rows: 25_000_095,
  users: 162_541,
  items: 59_047,
  lastId: 209_171,
  firstTime: 789_652_009,
  lastTime: 1_574_327_703,
};
export const movieLens32M = {
  rows: 32_000_204,
  users: 200_948,
  items: 84_432,
  lastId: 292_757,
  firstTime: 789_652_004,
  lastTime: 1_697_164_147,
};
const leastHistory = 20;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file, rows = movieLens25M.rows] = process.argv;
  makeRatings(file, Number(rows));
}

/**
 * Fewer rows than `whole` has have as many fewer people, and fewer films by the root of that.
 * Gives the ids of the films, ascending.
 */
export function makeRatings(file, rows, whole = movieLens25M, lineEnd = '\n') {
  const { firstTime, lastTime } = whole;
  const share = rows / whole.rows;
  const users = Math.round(whole.users * share);
  const items = Math.round(whole.items * Math.sqrt(share));
  const random = createRandom(25);
  const ids = spreadIds(items, whole.lastId);
  const draw = drawByPopularity(items, random);
  const chosenBy = new Int32Array(items).fill(-1);
  const sink = openSink(file);
  sink.write(`userId,movieId,rating,timestamp${lineEnd}`);
  let unmet = 0;
  const lengths = drawLengths(
    { count: users, total: rows, least: leastHistory, most: Math.floor(items / 3), spread: 1.4 },
    random,
  );
  lengths.forEach((length, user) => {
    const history = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      let item = unmet < items && i === 0 ? unmet++ : draw();
      while (chosenBy[item] === user) item = draw();
      chosenBy[item] = user;
      history[i] = item;
    }
    history.sort();
    const begun = firstTime + Math.floor(random() * (lastTime - firstTime));
    const span = Math.min(lastTime - begun, Math.floor(3600 * 24 * 400 * random() ** 6) + 7200);
    const taste = 5 + 3 * random();
    for (const item of history) {
      const rating = Math.max(1, Math.min(10, Math.round(taste + 5 * (random() - 0.5)))) / 2;
      const time = begun + Math.floor(random() * span);
      sink.write(`${user + 1},${ids[item]},${rating.toFixed(1)},${time}${lineEnd}`);
    }
  });
  sink.close();
  return ids;
}

/** Ascending ids with gaps, as films have them. */
function spreadIds(items, lastId) {
  return Int32Array.from({ length: items }, (_zero, item) =>
    Math.max(item + 1, Math.floor((lastId * (item + 1)) / items)),
  );
}

/** Draws items so that the most popular tenth has nine tenths of the choices. */
function drawByPopularity(items, random) {
  const upTo = Float64Array.from({ length: items }, (_zero, item) => (item + 30) ** -1.25);
  for (let item = 1; item < items; item++) upTo[item] += upTo[item - 1];
  const scattered = Int32Array.from(upTo.keys());
  for (let left = items - 1; left > 0; left--) {
    const other = Math.floor(random() * (left + 1));
    [scattered[left], scattered[other]] = [scattered[other], scattered[left]];
  }
  return () => {
    const bound = random() * upTo[items - 1];
    let [low, high] = [0, items - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > bound) high = middle;
      else low = middle + 1;
    }
    return scattered[low];
  };
}
