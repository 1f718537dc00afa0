import { createRandom } from '../../kernels/random';
import { createDataset, type Catalog, type Dataset } from './dataset';
import { inventRatings } from './demo/person';
import { createLibrary, type DemoItem } from './demo/titles';
import { createEventTable } from './reading/event-table';
import { createVocabulary } from './vocabulary';

const seed = 2026;
const people = 600;

/**
 * Real films and books, rated by an invented community: people with tastes that
 * follow genres and drift, who finish the series they like, among titles of which
 * a few are known to all and most to some. The same at every call.
 */
export function createDemo(): Dataset {
  const random = createRandom(seed);
  const library = createLibrary(random.fork(0));
  const events = createEventTable();
  for (let user = 0; user < people; user++) {
    for (const rating of inventRatings(library, random.fork(1, user))) {
      events.add({ user, ...rating, row: events.size });
    }
  }
  const userIds = Array.from({ length: people }, (_, user) => `user-${user + 1}`);
  const itemIds = library.items.map(({ id }) => id);
  return createDataset(
    createVocabulary(userIds, 'user'),
    createVocabulary(itemIds, 'item'),
    catalogOf(library.items),
    events.drain(),
  );
}

function catalogOf(items: readonly DemoItem[]): Catalog {
  return {
    titles: items.map(({ title }) => title),
    years: Float32Array.from(items, ({ year }) => year),
    genres: items.map(({ genres }) => genres),
    tags: null,
    columns: [],
  };
}
