import { plainHistory, strangerWith, type History } from '../engine/data/dataset';
import { knownItems } from '../engine/data/vocabulary';
import { diversify } from '../engine/serving/diversify';
import { bestOf, poolSize } from '../engine/serving/serve';
import type { LoggedEvent, VisitorItem, VisitorList, VisitorRequest } from '../visitor-api';
import type { Opened } from './open-bundle';
import { tastesOf, type Taste } from './tastes';

/** How much it counts that items differ from those above them. */
const diversity = 0.2;

/** What a list is chosen by: a score for each item, `[items]`. */
interface Scored {
  readonly source: VisitorList['source'];
  readonly scores: Float32Array;
  readonly diversity: number;
}

/** A list for a visitor who did `events`, oldest first. */
export async function listFor(
  opened: Opened,
  request: VisitorRequest,
  events: readonly LoggedEvent[],
): Promise<Omit<VisitorList, 'recommendationId'>> {
  const known = tastesOf(events).filter(({ item }) => opened.recommender.items.find(item) >= 0);
  const scored = await scoresFor(opened, request, known);
  const found = scored ? choose(opened, request, known, scored) : [];
  if (scored && (found.length > 0 || request.fallback === 'none')) {
    return { source: scored.source, items: found };
  }
  if (request.fallback === 'none') return { source: 'model', items: [] };
  const popular = { ...request, threshold: null };
  return { source: 'popularity', items: choose(opened, popular, known, byPopularity(opened)) };
}

/** What the model makes of the visitor, or of an item that others should be like; null of nobody. */
async function scoresFor(
  opened: Opened,
  { similarTo }: VisitorRequest,
  tastes: readonly Taste[],
): Promise<Scored | null> {
  const { recommender } = opened;
  if (similarTo !== null) {
    const item = recommender.items.find(similarTo);
    return item < 0 ? null : { source: 'model', scores: await alike(opened, item), diversity: 0 };
  }
  if (!tastes.some(({ value }) => value > 0)) return null;
  const [scores] = await recommender.score([strangerWith(historyOf(opened, tastes))]);
  return { source: 'model', scores, diversity };
}

/** How alike the items are to one, which is left out itself: `[items]` */
async function alike({ recommender, likeness }: Opened, item: number): Promise<Float32Array> {
  const scores = await (likeness.by === 'vectors'
    ? Float32Array.from(recommender.order, (_place, other) => likeness.between(item, other))
    : whatFollows(recommender, item));
  scores[item] = -Infinity;
  return scores;
}

/** For a model without vectors: what it has for those who chose nothing but `item`. */
async function whatFollows(
  recommender: Opened['recommender'],
  item: number,
): Promise<Float32Array> {
  const [scores] = await recommender.score([strangerWith(plainHistory([item]))]);
  return scores;
}

function byPopularity({ items }: Opened): Scored {
  return { source: 'popularity', scores: items.counts, diversity };
}

function historyOf({ recommender }: Opened, tastes: readonly Taste[]): History {
  return {
    items: Int32Array.from(tastes, ({ item }) => recommender.items.indexOf(item)),
    values: Float32Array.from(tastes, ({ value }) => value),
    timestamps: Float64Array.from(tastes, ({ at }) => at),
  };
}

/**
 * The best that the visitor has not met, and behind them, where they are too few, the best of
 * what they met without being done with it. What they are done with is never shown.
 */
function choose(
  opened: Opened,
  request: VisitorRequest,
  tastes: readonly Taste[],
  { scores, diversity }: Scored,
): VisitorItem[] {
  const { items } = opened.recommender;
  const allowed = scores.slice();
  const done = tastes.filter(({ isDone }) => isDone).map(({ item }) => item);
  for (const place of knownItems([...request.exclude, ...done], items)) allowed[place] = -Infinity;
  if (request.threshold !== null) {
    allowed.forEach((score, place) => {
      if (score < request.threshold!) allowed[place] = -Infinity;
    });
  }
  const met = tastes.map(({ item }) => items.indexOf(item));
  const fresh = allowed.slice();
  for (const place of met) fresh[place] = -Infinity;
  const first = best(opened, fresh, request.limit, diversity);
  const again = new Float32Array(allowed.length).fill(-Infinity);
  for (const place of met) again[place] = allowed[place];
  const rest = request.limit - first.length;
  const last = rest > 0 ? best(opened, again, rest, 0) : [];
  return [...first, ...last].map((place) => cardOf(opened, place, scores[place]));
}

/** The `k` best, which differ from one another as far as `diversity` has it. */
function best(
  { recommender, likeness }: Opened,
  scores: Float32Array,
  k: number,
  diversity: number,
): Int32Array {
  const pool = bestOf(scores, recommender.order, diversity > 0 ? Math.max(poolSize, k) : k);
  return diversify(pool, scores, k, diversity, likeness);
}

function cardOf({ items }: Opened, place: number, score: number): VisitorItem {
  const [id, year] = [items.ids[place], items.years[place]];
  return {
    item: id,
    title: items.titles[place] || id,
    year: Number.isNaN(year) ? null : year,
    genres: items.genres[place],
    score,
  };
}
