import { failure } from '../errors';
import type { Query } from '../engine/data/dataset';
import { toPreference } from '../engine/data/prepare';
import type { Recommender } from '../engine/models/recommender';
import { readRecommender } from '../engine/models/saved';
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
  return recommendAfter(said, recommender, given.k);
}

/** An item of a history, and what was said of it: null for nothing but that it was chosen. */
export interface Said {
  readonly item: string;
  /** On the scale of the data. */
  readonly rating: number | null;
}

/** The `k` best after a history, oldest first. */
export async function recommendAfter(said: readonly Said[], recommender: Recommender, k: number) {
  const [{ items, scores }] = await recommender.recommend([toQuery(said, recommender)], k);
  const { titles } = recommender.facts;
  return Array.from(items, (item, rank) => {
    const id = recommender.items.ids[item];
    return { item: id, title: titles?.[item] || id, score: scores[rank] };
  });
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
  return { user: null, history, features: null };
}

/** `id`, or `id:rating` on the scale of the data; ids may hold colons themselves. */
function parseEntry(entry: string): Said {
  const [, item, rating] = /^(.+):([\d.]+)$/.exec(entry.trim()) ?? [null, entry.trim(), null];
  return { item, rating: rating === null ? null : Number(rating) };
}
