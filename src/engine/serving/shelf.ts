import { itemCounts, mostChosenFirst, type Dataset } from '../data/dataset';
import { cosine, traitsOf, type Traits } from '../data/likeness';
import { fold } from '../data/search';
import type { Vocabulary } from '../data/vocabulary';

/** How alike items are: at most 1, which an item is to itself. */
export interface Likeness {
  readonly by: 'vectors' | Traits['by'];
  between(a: number, b: number): number;
}

/** The items' vectors, laid flat: `[items · width]`. */
export interface ItemVectors {
  readonly values: Float32Array;
  readonly width: number;
}

/** What controls go by: all that is known of the items of a recommender, each array `[items]`. */
export interface Shelf {
  /** As `fold` makes them. */
  readonly titles: readonly string[];
  /** NaN where unknown. */
  readonly years: Float32Array;
  readonly genres: readonly (readonly string[])[];
  /** How often each was chosen. */
  readonly counts: Float32Array;
  /** Logarithm of how often each was chosen, with mean 0 and variance 1 over all items. */
  readonly popularity: Float32Array;
  /** Items in the order that equal scores keep: the most chosen first. */
  readonly order: Int32Array;
  readonly likeness: Likeness;
}

/** The shelf of a recommender's `items`: they are alike by their vectors, or else by their traits in `dataset`. */
export function createShelf(
  dataset: Dataset,
  items: Vocabulary,
  vectors: ItemVectors | null,
): Shelf {
  const { catalog } = dataset;
  const places = items.ids.map((id) => dataset.items.find(id));
  const chosen = itemCounts(dataset);
  const counts = Float32Array.from(places, (place) => chosen[place] ?? 0);
  const popularity = counts.map(Math.log1p);
  const order = mostChosenFirst(popularity);
  return {
    titles: places.map((place, item) => fold(catalog.titles[place] || items.ids[item])),
    years: Float32Array.from(places, (place) => catalog.years[place] ?? NaN),
    genres: places.map((place) => catalog.genres[place] ?? []),
    counts,
    popularity: standardize(popularity),
    order,
    likeness: vectors ? byVectors(vectors) : byTraits(traitsOf(dataset), places),
  };
}

/** With mean 0 and variance 1; all 0 where the finite of `values` do not vary. */
export function standardize(values: Float32Array): Float32Array {
  const finite = values.filter(Number.isFinite);
  const mean = finite.reduce((sum, value) => sum + value, 0) / Math.max(1, finite.length);
  const squares = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, finite.length));
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

/** The cosine of two items' vectors. */
export function byVectors({ values, width }: ItemVectors): Likeness {
  const items = values.length / width;
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += values[a * width + i] * values[b * width + i];
    return sum;
  };
  const norms = Float32Array.from({ length: items }, (_zero, item) => Math.sqrt(dot(item, item)));
  return { by: 'vectors', between: (a, b) => dot(a, b) / (norms[a] * norms[b] || 1) };
}

/** The cosine of two items' traits, of which each item has those at its place. */
export function byTraits({ by, sets }: Traits, places: readonly number[]): Likeness {
  const setOf = (item: number): readonly number[] => sets[places[item]] ?? [];
  return { by, between: (a, b) => (a === b ? 1 : cosine(setOf(a), setOf(b))) };
}
