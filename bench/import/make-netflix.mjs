/**
 * Writes a stand-in for the Netflix Prize as it is handed on today: four files in which a film
 * (`1:`) is followed by who rated it and when, and the titles, in latin-1, with commas and
 * without quotes.
 *
 *     node bench/import/make-netflix.mjs FOLDER
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createRandom, drawLengths, inventName, openSink } from './invent.mjs';

/** Rows and the last film of each file. */
const parts = [
  { rows: 24_053_764, lastMovie: 4_499 },
  { rows: 26_977_591, lastMovie: 9_210 },
  { rows: 22_605_786, lastMovie: 13_367 },
  { rows: 26_851_926, lastMovie: 17_770 },
];
const movies = 17_770;
const [people, lastPerson] = [480_189, 2_649_429];
/** Ratings of a film. */
const [least, most] = [3, 232_944];
const [firstDay, lastDay] = [Date.UTC(1999, 10, 11), Date.UTC(2005, 11, 31)];
const dayMs = 86_400_000;
/** Of ten ratings. */
const ratings = [1, 2, 3, 3, 3, 4, 4, 4, 5, 5];

const [, , folder] = process.argv;
mkdirSync(folder, { recursive: true });
const random = createRandom(1);
makeTitles(join(folder, 'movie_titles.csv'));
makeRatings();

function makeRatings() {
  const days = namesOfDays();
  const drawPerson = createDraw(spreadPeople());
  parts.forEach(({ rows, lastMovie }, part) => {
    const first = part === 0 ? 1 : parts[part - 1].lastMovie + 1;
    const sink = openSink(join(folder, `combined_data_${part + 1}.txt`));
    const count = lastMovie - first + 1;
    drawLengths({ count, total: rows, least, most, spread: 2 }, random).forEach((length, at) => {
      const movie = first + at;
      sink.write(`${movie}:\n`);
      for (let row = 0; row < length; row++) {
        const rating = ratings[Math.floor(random() * ratings.length)];
        const day = days[Math.floor(days.length * Math.sqrt(random()))];
        sink.write(`${drawPerson(movie)},${rating},${day}\n`);
      }
    });
    sink.close();
  });
}

function namesOfDays() {
  const length = (lastDay - firstDay) / dayMs + 1;
  const nameOf = (_zero, day) => new Date(firstDay + day * dayMs).toISOString().slice(0, 10);
  return Array.from({ length }, nameOf);
}

/** `[people]` different ids, in no order. */
function spreadPeople() {
  const ids = Int32Array.from({ length: people }, (_zero, person) =>
    Math.floor(((person + 0.8 * random()) * lastPerson) / people),
  );
  for (let left = people - 1; left > 0; left--) {
    const other = Math.floor(random() * (left + 1));
    [ids[left], ids[other]] = [ids[other], ids[left]];
  }
  return ids.map((id) => id + 1);
}

/** Draws people who have not rated the film yet, the first of `ids` far more often than the last. */
function createDraw(ids) {
  const lastRated = new Int16Array(people);
  return (movie) => {
    let person = Math.floor(people * random() ** 2.5);
    while (lastRated[person] === movie) person = Math.floor(people * random());
    lastRated[person] = movie;
    return ids[person];
  };
}

function makeTitles(file) {
  const sink = openSink(file);
  for (let movie = 1; movie <= movies; movie++) {
    const year = random() < 0.0004 ? 'NULL' : 1915 + Math.floor(91 * Math.sqrt(random()));
    const name = inventName(random);
    const accented = random() < 0.02 ? name.replace('e', 'é') : name;
    const title = random() < 0.05 ? `${accented}, ${inventName(random)}, Vol. 2` : accented;
    sink.write(`${movie},${year},${title}\n`);
  }
  sink.close();
}
