import type { Catalog } from './dataset';
import type { NewItems } from './new-items';
import type { NamedTensor } from './safetensors';

/** What there is to say of new items that is not a column of numbers. */
export interface NewItemNames extends Pick<NewItems, 'ids' | 'titles' | 'genres'> {
  /** How many of the catalog's columns they have. */
  readonly columns: number;
}

/** New items as names and tensors for a file that holds the catalog too, in whose words they are. */
export function packNewItems({ ids, titles, genres, years, tags, columns, entityOf }: NewItems) {
  const names: NewItemNames = { ids, titles, genres, columns: columns.length };
  const vectors = {
    years,
    ...(tags && {
      'tags.offsets': tags.lists.offsets,
      'tags.indices': tags.lists.indices,
      'tags.counts': tags.counts,
    }),
    ...Object.fromEntries(columns.map(({ cells }, i) => [`columns.${i}`, cells])),
    ...(entityOf && { entityOf }),
  };
  const tensors = Object.entries(vectors).map(
    ([name, values]) => [`new.${name}`, { shape: [values.length], values }] as const,
  );
  return { names, tensors: Object.fromEntries<NamedTensor>(tensors) };
}

/** The opposite of `packNewItems`: null where the file names none. */
export function unpackNewItems(
  names: NewItemNames | undefined,
  numbers: <T extends NamedTensor['values']>(name: string) => T,
  { tags, columns }: Pick<Catalog, 'tags' | 'columns'>,
  hasGraph: boolean,
): NewItems | null {
  if (!names) return null;
  const { ids, titles, genres } = names;
  return {
    ids,
    titles,
    genres,
    years: numbers('new.years'),
    tags: tags && {
      names: tags.names,
      lists: { offsets: numbers('new.tags.offsets'), indices: numbers('new.tags.indices') },
      counts: numbers('new.tags.counts'),
    },
    columns: columns
      .slice(0, names.columns)
      .map((column, i) => ({ ...column, cells: numbers(`new.columns.${i}`) })),
    entityOf: hasGraph ? numbers('new.entityOf') : null,
  };
}
