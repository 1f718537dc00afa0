/**
 * Writes a stand-in for an archive of MovieLens, 25M or 32M: its files, their columns, numbers of
 * rows, line ends and quotes, filled with what is invented.
 *
 *     node bench/import/make-movielens.mjs FOLDER 25m|32m
 *
 * makes FOLDER/ml-25m/ and packs it as FOLDER/ml-25m.zip.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createRandom, inventName, openSink } from './invent.mjs';
import { makeRatings, movieLens25M, movieLens32M } from './make-ratings.mjs';

const lineEnd = '\r\n';
const genres =
  'Action Adventure Animation Children Comedy Crime Documentary Drama Fantasy Film-Noir Horror IMAX Musical Mystery Romance Sci-Fi Thriller War Western'.split(
    ' ',
  );

/** `movies` are all films, rated or not; of the genome, films and tags. */
const archives = {
  '25m': {
    shape: movieLens25M,
    movies: 62_423,
    tags: { rows: 1_093_360, users: 14_592, names: 73_051 },
    genome: { movies: 13_816, tags: 1_128 },
    about: ['README.txt'],
  },
  '32m': {
    shape: movieLens32M,
    movies: 87_585,
    tags: { rows: 2_000_072, users: 15_848, names: 153_950 },
    genome: null,
    about: ['README.txt', 'checksums.txt'],
  },
};

const [, , folder, version] = process.argv;
makeArchive(folder, `ml-${version}`, archives[version]);

function makeArchive(parent, name, { shape, movies, tags, genome, about }) {
  const inside = (file) => join(parent, name, file);
  mkdirSync(join(parent, name), { recursive: true });
  const random = createRandom(movies);
  const rated = makeRatings(inside('ratings.csv'), shape.rows, shape, lineEnd);
  const ids = withUnrated(rated, movies, shape.lastId);
  writeRows(inside('movies.csv'), 'movieId,title,genres', movieRows(ids, random));
  writeRows(inside('tags.csv'), 'userId,movieId,tag,timestamp', tagRows(ids, tags, shape, random));
  writeRows(inside('links.csv'), 'movieId,imdbId,tmdbId', linkRows(ids, random));
  if (genome) {
    writeRows(inside('genome-tags.csv'), 'tagId,tag', genomeTagRows(genome, random));
    writeRows(
      inside('genome-scores.csv'),
      'movieId,tagId,relevance',
      scoreRows(ids, genome, random),
    );
  }
  for (const file of about) writeFileSync(inside(file), `${'About these data. '.repeat(500)}\n`);
  spawnSync('zip', ['-r', '-q', `${name}.zip`, name], { cwd: parent, stdio: 'inherit' });
}

function writeRows(file, header, rows) {
  const sink = openSink(file);
  sink.write(header + lineEnd);
  for (const row of rows) sink.write(row + lineEnd);
  sink.close();
}

/** As many ids as there are films, those that were `rated` among them, ascending. */
function withUnrated(rated, movies, lastId) {
  const ids = new Set(rated);
  for (let id = lastId - 1; ids.size < movies; id -= 3) ids.add(id > 0 ? id : id + lastId);
  return Int32Array.from(ids).sort();
}

function* movieRows(ids, random) {
  for (const id of ids) {
    const year = random() < 0.995 ? ` (${1920 + Math.floor(100 * Math.sqrt(random()))})` : '';
    const name = inventName(random);
    const title = random() < 0.2 ? `${name}, The${year}` : name + year;
    const own = genres.filter(() => random() < 0.12).join('|') || '(no genres listed)';
    yield `${id},${title.includes(',') ? `"${title}"` : title},${own}`;
  }
}

/** People one after the other; a few tags and films have most of them. */
function* tagRows(ids, { rows, users, names }, { firstTime, lastTime }, random) {
  const texts = Array.from({ length: names }, () => inventName(random).toLowerCase());
  for (let row = 0; row < rows; row++) {
    const user = 1 + 11 * Math.floor((row * users) / rows);
    const id = ids[Math.floor(ids.length * random() ** 4)];
    const text = texts[Math.floor(names * random() ** 5)];
    const tag = random() < 0.01 ? `"so-called ""${text}"", twice"` : text;
    yield `${user},${id},${tag},${firstTime + Math.floor(random() * (lastTime - firstTime))}`;
  }
}

function* linkRows(ids, random) {
  for (const id of ids) {
    const imdb = String(Math.floor(random() * 1e7)).padStart(7, '0');
    yield `${id},${imdb},${random() < 0.002 ? '' : Math.floor(random() * 5e5)}`;
  }
}

function* genomeTagRows({ tags }, random) {
  for (let tag = 1; tag <= tags; tag++) yield `${tag},${inventName(random).toLowerCase()}`;
}

function* scoreRows(ids, { movies, tags }, random) {
  for (const id of ids.subarray(0, movies)) {
    for (let tag = 1; tag <= tags; tag++) {
      yield `${id},${tag},${Math.round(4000 * random() ** 3 + 10) / 4000}`;
    }
  }
}
