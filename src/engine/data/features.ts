import type { Lists } from '../../kernels/lists';
import { bucketTerms, columnTerms, firstTerms, singleTerms } from './column-terms';
import type { Dataset } from './dataset';
import { indexTerms, type Terms } from './terms';

/**
 * What is known of people, items or moments, one row for each, as indices into a table of
 * all values that all fields have. The first value of a field stands for the unknown, the
 * second for all that are rare.
 */
export interface Features {
  /** How many values there are in all. */
  readonly size: number;
  /** The fields, in order, and where the values of each begin. */
  readonly fields: readonly { readonly name: string; readonly first: number }[];
  /** The values of each row: at least one of each field. */
  readonly lists: Lists;
  /** As long as `lists.indices`: one over how many values of that field the row has. */
  readonly shares: Float32Array;
}

/** Fewer rows than this are not enough to learn a value from. */
const leastRows = 3;
/** Of an item's tags, so many count, those that it was given most often. */
const mostTags = 20;

/** Year, genres, tags and further columns: a row for each item. */
export function itemFeatures({ items, catalog }: Dataset): Features {
  const { years, genres, tags, columns } = catalog;
  return joinFields(items.size, {
    year: bucketTerms(years),
    genres: indexTerms(genres),
    ...(tags && { tags: firstTerms({ size: tags.names.length, lists: tags.lists }, mostTags) }),
    ...Object.fromEntries(columns.map((column) => [column.name, columnTerms(column)])),
  });
}

/** The columns of people: a row for each user. */
export function personFeatures({ users, people }: Dataset): Features {
  const fields = people.map((column) => [column.name, columnTerms(column)] as const);
  return joinFields(users.size, Object.fromEntries(fields));
}

/** Hour and weekday (UTC), and what else is said of interactions: a row for each of them. */
export function momentFeatures({ timestamps, context }: Dataset): Features {
  const fields = context.map((column) => [column.name, columnTerms(column)] as const);
  return joinFields(timestamps.length, {
    hour: clockTerms(timestamps, 24, (date) => date.getUTCHours()),
    weekday: clockTerms(timestamps, 7, (date) => date.getUTCDay()),
    ...Object.fromEntries(fields),
  });
}

function clockTerms(times: Float64Array, size: number, read: (date: Date) => number): Terms {
  const cells = Int32Array.from(times, (time) => (Number.isNaN(time) ? -1 : read(new Date(time))));
  return singleTerms(size, cells);
}

/** The row of something of which nothing is known. */
export function unknownRow({ fields }: Pick<Features, 'fields'>): Int32Array {
  return Int32Array.from(fields, ({ first }) => first);
}

/**
 * A person of whom the columns say what they say of `user`, at no known moment, as
 * `Query.features`: a share for each value of the fields of people, and then of moments.
 */
export function featuresAsQuery(
  people: Features,
  moments: Pick<Features, 'size' | 'fields'>,
  user: number,
): Float32Array {
  const { offsets, indices } = people.lists;
  const shares = new Float32Array(people.size + moments.size);
  for (let entry = offsets[user]; entry < offsets[user + 1]; entry++) {
    shares[indices[entry]] = people.shares[entry];
  }
  for (const value of unknownRow(moments)) shares[people.size + value] = 1;
  return shares;
}

/**
 * What the columns say of people whom a model of `train` has not learned, as `Query.features`;
 * null where there are none.
 */
export function describeStrangers(train: Dataset): (user: number) => Float32Array | null {
  if (train.people.length === 0) return () => null;
  const [people, moments] = [personFeatures(train), momentFeatures(train)];
  return (user) => featuresAsQuery(people, moments, user);
}

/** Fields side by side; one that tells no row from another is left out. */
function joinFields(rows: number, terms: Readonly<Record<string, Terms>>): Features {
  const coded = Object.entries(terms)
    .map(([name, field]) => ({ name, ...shareRare(field) }))
    .filter(({ lists, size }) => size > 2 && lists.indices.length > 0);
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const entries = coded.map(({ lists }) => lists.offsets[row + 1] - lists.offsets[row] || 1);
    offsets[row + 1] = entries.reduce((sum, count) => sum + count, offsets[row]);
  }
  const indices = new Int32Array(offsets[rows]);
  const shares = new Float32Array(offsets[rows]);
  const next = offsets.slice();
  const fields: { name: string; first: number }[] = [];
  let size = 0;
  for (const { name, size: values, lists } of coded) {
    for (let row = 0; row < rows; row++) {
      const [from, to] = [lists.offsets[row], lists.offsets[row + 1]];
      shares.fill(1 / (to - from || 1), next[row], next[row] + (to - from || 1));
      if (from === to) indices[next[row]++] = size;
      for (let entry = from; entry < to; entry++)
        indices[next[row]++] = size + lists.indices[entry];
    }
    fields.push({ name, first: size });
    size += values;
  }
  return { size, fields, lists: { offsets, indices }, shares };
}

/** The same terms from 2, but 1 for those that too few rows have. */
function shareRare({ size, lists: { offsets, indices } }: Terms): Terms {
  const counts = new Int32Array(size);
  for (const term of indices) counts[term]++;
  let next = 2;
  const codes = counts.map((count) => (count < leastRows ? 1 : next++));
  return { size: next, lists: { offsets, indices: indices.map((term) => codes[term]) } };
}
