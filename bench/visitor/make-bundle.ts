/** `node make-bundle.js FOLDER ITEMS DIM`: writes a bundle of invented items, as large as a real one. */
import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBundle } from '../../src/engine/bundle/write';
import { createVocabulary } from '../../src/engine/data/vocabulary';
import { completeConfig } from '../../src/engine/models/model';
import { als } from '../../src/engine/models/classical/als';
import { createRandom } from '../../src/kernels/random';

const [folder, items, dim] = [process.argv[2], ...process.argv.slice(3).map(Number)] as const;
const random = createRandom(1);
const words = 'Blue Night River Return Garden Stone Winter Last Summer House Secret Letter'.split(
  ' ',
);
const names = [
  'Action',
  'Comedy',
  'Crime',
  'Documentary',
  'Drama',
  'Fantasy',
  'Romance',
  'Thriller',
];

/** Between two and five words: 22 letters on average, as titles of films have. */
const title = (): string =>
  Array.from({ length: 2 + random.below(4) }, () => words[random.below(words.length)]).join(' ');

const ids = Array.from({ length: items }, (_zero, item) => String(item + 1));
const files = await writeBundle({
  ...{ name: 'Invented', createdAt: Date.now(), measured: null },
  checkpoint: {
    ...{ model: 'als', config: completeConfig(als.fields, { dim }), items: ids, users: null },
    weights: {
      items: {
        shape: [items, dim],
        values: Float32Array.from({ length: items * dim }, () => random.normal() / Math.sqrt(dim)),
      },
    },
    counts: ids.map((_id, item) => Math.ceil(3000 / (1 + item / 50))),
  },
  dataset: {
    items: createVocabulary(ids, 'item'),
    catalog: {
      titles: ids.map(title),
      years: Float32Array.from(ids, () => 1950 + random.below(75)),
      genres: ids.map(() => [names[random.below(4)], names[4 + random.below(4)]]),
      ...{ tags: null, columns: [] },
    },
  },
});
await mkdir(folder, { recursive: true });
for (const [name, file] of Object.entries(files)) {
  await writeFile(join(folder, name), new Uint8Array(await file.arrayBuffer()));
}
