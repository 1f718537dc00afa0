/**
 * Compares our row reader with PapaParse and uDSV: speed in streaming, and what
 * each makes of a stray quote and of `::`. `node bench/csv/measure.mjs [rows]`;
 * the peers take part where they are installed: `npm i --no-save papaparse udsv`.
 */
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const rows = Number(process.argv[2] ?? 1_000_000);
const runs = 5;
const pieceLength = 2 ** 16;

const readers = {
  ours: await loadOurs(),
  PapaParse: await loadPapaParse(),
  uDSV: await loadUdsv(),
};

for (const [name, quote] of Object.entries({ plain: '', quoted: '"' })) {
  const text = table(rows, quote);
  for (const [reader, ms] of Object.entries(measure(text))) {
    const rate = (rows / ms / 1000).toFixed(2);
    console.log(`${name}\t${reader}\t${ms.toFixed(0)} ms\t${rate} M rows/s`);
  }
}

const damages = {
  'an undamaged file': table(1000, ''),
  'a stray quote': table(1000, '').replace('\n500,', '\n"500,'),
  'between ::': table(1000, '').replaceAll(',', '::'),
};
for (const [name, text] of Object.entries(damages)) {
  for (const [reader, read] of present()) {
    console.log(`${name}\t${reader}\t${countGood(read, text)} of 1000 rows`);
  }
}

/** Ratings as MovieLens has them, with a header. */
function table(count, quote) {
  const lines = [['userId', 'movieId', 'rating', 'timestamp']];
  for (let n = 0; n < count; n++) {
    lines.push([n % 1e5, (n * 7919) % 60_000, (n % 10) / 2 + 0.5, 964_982_703 + n]);
  }
  return (
    lines.map((cells) => cells.map((cell) => quote + cell + quote).join(',')).join('\n') + '\n'
  );
}

/** CPU ms of each reader, others being at work on the machine: medians of runs that take turns. */
function measure(text) {
  const times = Object.fromEntries(present().map(([name]) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, read] of present()) {
      const start = process.cpuUsage();
      let cells = 0;
      read(text, ',', (row) => (cells += row.length));
      if (cells !== 4 * (rows + 1) && cells !== 4 * rows)
        throw new Error(`${name}: ${cells} cells`);
      times[name].push(process.cpuUsage(start).user / 1000);
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function present() {
  return Object.entries(readers).filter(([, read]) => read !== null);
}

/** Rows of four cells that begin with a number. */
function countGood(read, text) {
  let good = 0;
  const delimiter = text.includes('::') ? '::' : ',';
  try {
    read(
      text,
      delimiter,
      (cells) => (good += cells.length === 4 && /^\d+$/.test(cells[0]) ? 1 : 0),
    );
  } catch (error) {
    return `${good}, then “${error.message}”,`;
  }
  return good;
}

function pieces(text) {
  const count = Math.ceil(text.length / pieceLength);
  return Array.from({ length: count }, (_, n) =>
    text.slice(n * pieceLength, (n + 1) * pieceLength),
  );
}

async function loadOurs() {
  const entry = fileURLToPath(new URL('../../src/engine/data/csv.ts', import.meta.url));
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  }).then(([bundle]) => bundle);
  const code = Buffer.from(output[0].code).toString('base64');
  const { createRowReader } = await import(`data:text/javascript;base64,${code}`);
  return (text, delimiter, take) => {
    const reader = createRowReader({ name: 'bench', delimiter });
    for (const piece of pieces(text)) reader.push(piece).forEach(({ cells }) => take(cells));
    reader.end().forEach(({ cells }) => take(cells));
  };
}

async function loadPapaParse() {
  const papa = await import('papaparse').catch(() => null);
  if (papa === null) return null;
  return (text, delimiter, take) => {
    papa.default.parse(text, {
      delimiter,
      skipEmptyLines: true,
      chunkSize: pieceLength,
      chunk: ({ data }) => data.forEach((cells) => take(cells)),
    });
  };
}

async function loadUdsv() {
  const udsv = await import('udsv').catch(() => null);
  if (udsv === null) return null;
  return (text, delimiter, take) => {
    const schema = udsv.inferSchema(text.slice(0, pieceLength), { col: delimiter });
    const parser = udsv.initParser(schema);
    for (const piece of pieces(text)) parser.chunk(piece, parser.stringArrs, take);
    parser.end();
  };
}
