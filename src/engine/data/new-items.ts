import { listAt, toLists } from '../../kernels/lists';
import type { Catalog, Dataset } from './dataset';
import type { Column, KnowledgeGraph, Tags } from './side';
import { createVocabulary } from './vocabulary';

/**
 * Items that nobody chose, of which something is known all the same. They speak the words of
 * the catalog of the others: the same tags, and for its first columns the same values.
 */
export interface NewItems extends Catalog {
  readonly ids: readonly string[];
  /** Entity index of each, -1 for one that the graph does not know; null without a graph. */
  readonly entityOf: Int32Array | null;
}

/** What an item can be known by. */
export type KnownBy = 'features' | 'graph';

/**
 * The same data with those new items behind the others that are known so, or all of them where
 * it is not said how. The others keep their indices, and so does who chose what.
 */
export function joinNewItems(dataset: Dataset, by?: KnownBy): Dataset {
  const { newItems, items, catalog, graph } = dataset;
  const isKnown = newItems && by ? knownBy(newItems, graph)[by] : () => true;
  const rows = (newItems?.ids ?? []).flatMap((_id, row) => (isKnown(row) ? [row] : []));
  if (!newItems || rows.length === 0) return dataset;
  const ids = rows.map((row) => newItems.ids[row]);
  return {
    ...dataset,
    items: createVocabulary([...items.ids, ...ids], 'item'),
    catalog: joinCatalogs(catalog, newItems, rows),
    graph: graph && {
      ...graph,
      entityOf: appended(graph.entityOf, rows, (row) => newItems.entityOf?.[row] ?? -1),
    },
    newItems: null,
    firstNew: items.size,
  };
}

/** Whether anything is known of the new item in a row, by what it can be. */
function knownBy(
  { titles, years, genres, tags, columns, entityOf }: NewItems,
  graph: KnowledgeGraph | null,
): Readonly<Record<KnownBy, (row: number) => boolean>> {
  const named = new Set(graph ? [...graph.heads, ...graph.tails] : []);
  const isTagged = (row: number): boolean => tags !== null && listAt(tags.lists, row).length > 0;
  return {
    features: (row) =>
      titles[row] !== '' ||
      !Number.isNaN(years[row]) ||
      genres[row].length > 0 ||
      isTagged(row) ||
      columns.some(({ cells }) => cells[row] >= 0),
    graph: (row) => entityOf !== null && named.has(entityOf[row]),
  };
}

function joinCatalogs(catalog: Catalog, added: Catalog, rows: readonly number[]): Catalog {
  return {
    titles: [...catalog.titles, ...rows.map((row) => added.titles[row])],
    years: Float32Array.from([...catalog.years, ...rows.map((row) => added.years[row])]),
    genres: [...catalog.genres, ...rows.map((row) => added.genres[row])],
    tags: catalog.tags && added.tags && joinTags(catalog.tags, added.tags, rows),
    columns: catalog.columns.map((column, i): Column => {
      const cellOf = (row: number): number => added.columns[i]?.cells[row] ?? -1;
      return { ...column, cells: appended(column.cells, rows, cellOf) };
    }),
  };
}

function joinTags(tags: Tags, added: Tags, rows: readonly number[]): Tags {
  const { lists } = added;
  const taken = <T extends Int32Array | Float32Array>(of: T): T[] =>
    rows.map((row) => of.subarray(lists.offsets[row], lists.offsets[row + 1]) as T);
  const end = tags.lists.indices.length;
  const others = toLists(taken(lists.indices));
  const offsets = [...tags.lists.offsets, ...others.offsets.subarray(1).map((at) => end + at)];
  return {
    names: tags.names,
    lists: {
      offsets: Int32Array.from(offsets),
      indices: Int32Array.from([...tags.lists.indices, ...others.indices]),
    },
    counts: Float32Array.from([...tags.counts, ...taken(added.counts).flatMap((one) => [...one])]),
  };
}

function appended(
  cells: Int32Array,
  rows: readonly number[],
  cellOf: (row: number) => number,
): Int32Array {
  const all = new Int32Array(cells.length + rows.length);
  all.set(cells);
  rows.forEach((row, i) => (all[cells.length + i] = cellOf(row)));
  return all;
}
