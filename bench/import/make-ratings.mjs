/**
 * Writes invented ratings in the shape of MovieLens 25M: its columns, its numbers of people and
 * films, a long tail of films, histories that are ordered by film and not by time.
 *
 *     node bench/import/make-ratings.mjs FILE [rows]
 *
 * The same rows always give the same file.
 */
import { Buffer } from 'node:buffer';
import { closeSync, openSync, writeSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** What MovieLens 25M has. */
const whole = { rows: 25_000_095, users: 162_541, items: 59_047, lastId: 209_171 };
const leastHistory = 20;
/** Seconds: 1995 to 2019. */
const [firstTime, lastTime] = [789_652_009, 1_574_327_703];
const bufferBytes = 2 ** 20;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file, rows = whole.rows] = process.argv;
  makeRatings(file, Number(rows));
}

/** Fewer rows have as many fewer people, and fewer films by the root of that. */
export function makeRatings(file, rows = whole.rows) {
  const share = rows / whole.rows;
  const users = Math.round(whole.users * share);
  const items = Math.round(whole.items * Math.sqrt(share));
  const random = createRandom(25);
  const ids = spreadIds(items);
  const draw = drawByPopularity(items, random);
  const chosenBy = new Int32Array(items).fill(-1);
  const sink = openSink(file);
  sink.write('userId,movieId,rating,timestamp\n');
  let unmet = 0;
  historyLengths(users, rows, items, random).forEach((length, user) => {
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
      sink.write(`${user + 1},${ids[item]},${rating.toFixed(1)},${time}\n`);
    }
  });
  sink.close();
}

/** mulberry32: `[0, 1)` */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ascending ids with gaps, as films have them. */
function spreadIds(items) {
  return Int32Array.from({ length: items }, (_zero, item) =>
    Math.max(item + 1, Math.floor((whole.lastId * (item + 1)) / items)),
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

/** Log-normal, at least twenty, `rows` in all. */
function historyLengths(users, rows, items, random) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const raw = Float64Array.from({ length: users }, () => Math.exp(1.4 * normal()));
  const spare = rows - leastHistory * users;
  const sum = raw.reduce((total, length) => total + length, 0);
  const most = Math.floor(items / 3);
  const lengths = Int32Array.from(raw, (length) =>
    Math.min(most, leastHistory + Math.floor((spare * length) / sum)),
  );
  let missing = rows - lengths.reduce((total, length) => total + length, 0);
  for (let user = 0; missing > 0; user = (user + 1) % users) {
    if (lengths[user] >= most) continue;
    lengths[user]++;
    missing--;
  }
  return lengths;
}

function openSink(file) {
  const descriptor = openSync(file, 'w');
  const buffer = Buffer.alloc(bufferBytes);
  let filled = 0;
  const flush = () => {
    writeSync(descriptor, buffer, 0, filled);
    filled = 0;
  };
  return {
    write(line) {
      if (filled + line.length > bufferBytes) flush();
      filled += buffer.write(line, filled, 'latin1');
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}
