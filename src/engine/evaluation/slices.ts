import { itemCounts, mostChosenFirst, type Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import { meansOf, measureAccuracy, type PerUser } from './accuracy';
import { bootstrapIntervals, type Interval } from './compare';
import type { Evaluation } from './evaluate';
import { cutByValue, groupByCell, type Group } from './groups';
import { headline } from './judge';

/** How a recommender did for some of the users, or in finding some of the items. */
export interface Slice {
  readonly name: string;
  /** Lowest and highest of the number that the slice was cut by, or null. */
  readonly range: readonly [number, number] | null;
  /** Users in it. */
  readonly n: number;
  /** Of `ndcg@10`, `recall@10` and `hr@10`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** 95 % bootstrap interval of `ndcg@10`, or null of nobody. */
  readonly interval: Interval | null;
}

/** Slices by one thing. */
export interface Slicing {
  /** `popularity` of items, length of `history`, `newcomers`, or `people.NAME` of a column. */
  readonly by: string;
  readonly slices: readonly Slice[];
  /** NDCG@10 of the best less the worst of the slices that have at least 20 users; null of fewer than two. */
  readonly gap: { readonly best: string; readonly worst: string; readonly size: number } | null;
}

/** A slice of fewer users says too little to be called the best or the worst. */
const fewest = 20;
const shown: readonly string[] = [headline, 'recall@10', 'hr@10'];

type Judged = Pick<Evaluation, 'rankings' | 'perUser'>;

/** The users of a test by what they sought, how much they had chosen, and what is known of them. */
export function sliceTest(
  { rankings, perUser }: Judged,
  holdouts: readonly Holdout[],
  train: Dataset,
): Slicing[] {
  const byGroups = (by: string, groups: readonly Group[]): Slicing =>
    toSlicing(
      by,
      groups.map((group) => toSlice(group, takeUsers(perUser, group.members))),
    );
  const lengths = holdouts.map(({ query }) => query.history.items.length);
  const known = train.people.map(({ name, values, cells }) => {
    const said = holdouts.map(({ user }) => (cells[user] < 0 ? null : values[cells[user]]));
    return byGroups(`people.${name}`, groupByCell(said));
  });
  return [
    byPopularity(rankings, holdouts, train),
    byGroups('history', cutByValue(lengths, ['short', 'medium', 'long'])),
    ...known.filter(({ slices }) => slices.length > 1),
  ];
}

/** What the headline leaves out: people without a past, and items that nobody had met. */
export function sliceNewcomers(users: Judged, items: Judged): Slicing {
  const slices = [
    toSlice({ name: 'people', range: null }, users.perUser),
    toSlice({ name: 'items', range: null }, items.perUser),
  ];
  return { by: 'newcomers', slices, gap: null };
}

/**
 * The same rankings, searched for some of the items alone. A third of the interactions
 * of train is with the `head`, those chosen most often, a third with the `mid`, and a
 * third with the `tail`, to which also belongs what nobody has chosen.
 */
function byPopularity(
  rankings: readonly Int32Array[],
  holdouts: readonly Holdout[],
  train: Dataset,
): Slicing {
  const counts = itemCounts(train);
  const thirdOf = thirdsOfInteractions(counts);
  const slices = ['head', 'mid', 'tail'].map((name, third) => {
    const sought = holdouts.map(({ relevant, ...holdout }) => ({
      ...holdout,
      relevant: new Map([...relevant].filter(([item]) => thirdOf[item] === third)),
    }));
    const users = [...sought.keys()].filter((user) => sought[user].relevant.size > 0);
    const own = counts.filter((_count, item) => thirdOf[item] === third).sort();
    return toSlice(
      { name, range: own.length === 0 ? null : [own[0], own[own.length - 1]] },
      measureAccuracy(
        users.map((user) => rankings[user]),
        users.map((user) => sought[user]),
        train,
      ),
    );
  });
  return toSlicing('popularity', slices);
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

function toSlice({ name, range }: Pick<Slice, 'name' | 'range'>, perUser: PerUser): Slice {
  const own = Object.fromEntries(shown.map((metric) => [metric, perUser[metric]]));
  const n = own[headline].length;
  const { [headline]: interval } = bootstrapIntervals({ [headline]: own[headline] });
  return { name, range, n, metrics: meansOf(own), interval: n === 0 ? null : interval };
}

function toSlicing(by: string, slices: readonly Slice[]): Slicing {
  const ranked = slices
    .filter(({ n }) => n >= fewest)
    .toSorted((a, b) => b.metrics[headline] - a.metrics[headline]);
  if (ranked.length < 2) return { by, slices, gap: null };
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  const size = best.metrics[headline] - worst.metrics[headline];
  return { by, slices, gap: { best: best.name, worst: worst.name, size } };
}

function takeUsers(perUser: PerUser, members: readonly number[]): PerUser {
  return Object.fromEntries(
    Object.entries(perUser).map(([name, values]) => [
      name,
      Float64Array.from(members, (member) => values[member]),
    ]),
  );
}
