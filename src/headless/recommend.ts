import { failure } from '../errors';
import { strangerWith, type Query } from '../engine/data/dataset';
import { toPreference } from '../engine/data/prepare';
import type { Ranking, Recommender } from '../engine/models/recommender';
import { readRecommender } from '../engine/models/saved';
import { diversify } from '../engine/serving/diversify';
import { poolSize } from '../engine/serving/serve';
import { byVectors } from '../engine/serving/shelf';
import type { Arguments } from './arguments';
import { readIfThere } from './files';
import { start } from './start';
import { tell } from './tell';

/** `recommend`: the best for someone with this history, oldest first; unknown ids are named and left out. */
export async function recommendCommand(given: Arguments): Promise<unknown> {
  const file = await readIfThere(given.recommender);
  if (!file) throw failure('InputError', `There is no file “${given.recommender}” to read.`);
  await start(given);
  const recommender = await readRecommender(file);
  const said = given.history.split(',').filter(Boolean).map(parseEntry);
  return recommendAfter(said, recommender, given);
}

/** An item of a history, and what was said of it: null for nothing but that it was chosen. */
export interface Said {
  readonly item: string;
  /** On the scale of the data. */
  readonly rating: number | null;
}

/** How long a list is to be, and how much it counts that its items differ, from 0 to 1. */
type Wish = Pick<Arguments, 'k' | 'diversity'>;

/**
 * The `k` best after a history, oldest first. @throws ConfigError, NotFoundError where they should
 * differ and the model cannot tell
 */
export async function recommendAfter(
  said: readonly Said[],
  recommender: Recommender,
  { k, diversity }: Wish,
) {
  const query = toQuery(said, recommender);
  const [pool] = await recommender.recommend([query], diversity > 0 ? Math.max(poolSize, k) : k);
  const { items, scores } = await choose(pool, recommender, { k, diversity });
  const { titles } = recommender.facts;
  return Array.from(items, (item, rank) => {
    const id = recommender.items.ids[item];
    return { item: id, title: titles?.[item] || id, score: scores[rank] };
  });
}

/** The best of a pool that differ from one another as far as is wished. */
async function choose(
  pool: Ranking,
  recommender: Recommender,
  { k, diversity }: Wish,
): Promise<Ranking> {
  if (diversity === 0) return pool;
  if (!(diversity > 0 && diversity <= 1)) {
    throw failure('ConfigError', `--diversity must be from 0 to 1; it was ${diversity}.`);
  }
  const scores = new Float32Array(recommender.items.size);
  pool.items.forEach((item, place) => (scores[item] = pool.scores[place]));
  const likeness = byVectors(await recommender.itemVectors());
  const items = diversify(pool.items, scores, k, diversity, likeness);
  return { items, scores: Float32Array.from(items, (item) => scores[item]) };
}

function toQuery(said: readonly Said[], { items, facts }: Recommender): Query {
  const scale = facts.scale ?? [0, 0];
  const known = said.filter(({ item }) => items.find(item) >= 0);
  const unknown = said.filter(({ item }) => items.find(item) < 0);
  if (unknown.length > 0) {
    tell(`Left out, being unknown: ${unknown.map(({ item }) => item).join(', ')}.`);
  }
  const history = {
    items: Int32Array.from(known, ({ item }) => items.indexOf(item)),
    values: Float32Array.from(known, ({ rating }) =>
      rating === null ? 1 : toPreference(rating, scale),
    ),
    timestamps: new Float64Array(known.length).fill(NaN),
  };
  return strangerWith(history);
}

/** `id`, or `id:rating` on the scale of the data; ids may hold colons themselves. */
function parseEntry(entry: string): Said {
  const [, item, rating] = /^(.+):([\d.]+)$/.exec(entry.trim()) ?? [null, entry.trim(), null];
  return { item, rating: rating === null ? null : Number(rating) };
}
