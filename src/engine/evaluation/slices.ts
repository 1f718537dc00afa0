import { itemCounts, mostChosenFirst, type Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import type { Headline } from '../models/model';
import { cutByValue, groupByCell, type Group } from './groups';
import { worthOf } from './judge';
import type { Measure, Measured } from './slice-measures';

/** How a recommender did for some of the users, or in finding some of the items. */
export interface Slice extends Measured {
  readonly name: string;
  /** Lowest and highest of the number that the slice was cut by, or null. */
  readonly range: readonly [number, number] | null;
}

/** Slices by one thing. */
export interface Slicing {
  /** `popularity` of items, length of `history`, `newcomers`, or `people.NAME` of a column. */
  readonly by: string;
  /** What the best and the worst are told by; absent in old records, which tell by NDCG@10. */
  readonly metric?: Headline;
  readonly slices: readonly Slice[];
  /** How far the best is from the worst of the slices that have at least 20 users; null of fewer than two. */
  readonly gap: { readonly best: string; readonly worst: string; readonly size: number } | null;
}

/** A slice of fewer users says too little to be called the best or the worst. */
const fewest = 20;

/** The users of a test by what they sought, how much they had chosen, and what is known of them. */
export function sliceTest(
  measure: Measure,
  holdouts: readonly Holdout[],
  train: Dataset,
): Slicing[] {
  const byGroups = (by: string, groups: readonly Group[]): Slicing =>
    toSlicing(
      by,
      measure.metric,
      groups.map(({ name, range, members }) => ({ name, range, ...measure.ofUsers(members) })),
    );
  const lengths = holdouts.map(({ query }) => query.history.items.length);
  const known = train.people.map(({ name, values, cells }) => {
    const said = holdouts.map(({ user }) => (cells[user] < 0 ? null : values[cells[user]]));
    return byGroups(`people.${name}`, groupByCell(said));
  });
  return [
    byPopularity(measure, train),
    byGroups('history', cutByValue(lengths, ['short', 'medium', 'long'])),
    ...known.filter(({ slices }) => slices.length > 1),
  ];
}

/** What the headline leaves out: people without a past, and items that nobody had met. */
export function sliceNewcomers(users: Measure, items: Measure): Slicing {
  const slices = [
    { name: 'people', range: null, ...users.ofItems(() => true) },
    { name: 'items', range: null, ...items.ofItems(() => true) },
  ];
  return { by: 'newcomers', metric: users.metric, slices, gap: null };
}

/**
 * The same predictions, for some of the items alone. A third of the interactions of train is
 * with the `head`, those chosen most often, a third with the `mid`, and a third with the
 * `tail`, to which also belongs what nobody has chosen.
 */
function byPopularity(measure: Measure, train: Dataset): Slicing {
  const counts = itemCounts(train);
  const thirdOf = thirdsOfInteractions(counts);
  const slices = ['head', 'mid', 'tail'].map((name, third): Slice => {
    const own = counts.filter((_count, item) => thirdOf[item] === third).sort();
    const range = own.length === 0 ? null : ([own[0], own[own.length - 1]] as const);
    return { name, range, ...measure.ofItems((item) => thirdOf[item] === third) };
  });
  return toSlicing('popularity', measure.metric, slices);
}

/** `[items]`: 0, 1 or 2, the third of the interactions in which those of an item begin. */
function thirdsOfInteractions(counts: Float32Array): Uint8Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const thirds = new Uint8Array(counts.length);
  let before = 0;
  for (const item of mostChosenFirst(counts)) {
    thirds[item] = Math.min(2, Math.floor((3 * before) / Math.max(total, 1)));
    before += counts[item];
  }
  return thirds;
}

function toSlicing(by: string, metric: Headline, slices: readonly Slice[]): Slicing {
  const ranked = slices
    .filter(({ n }) => n >= fewest)
    .toSorted((a, b) => worthOf(metric, b.metrics) - worthOf(metric, a.metrics));
  if (ranked.length < 2) return { by, metric, slices, gap: null };
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  const size = worthOf(metric, best.metrics) - worthOf(metric, worst.metrics);
  return { by, metric, slices, gap: { best: best.name, worst: worst.name, size } };
}
