import type { Random } from '../../kernels/random';
import { strangerWith, takeEvents, type Query } from '../data/dataset';
import type { Recommender } from '../models/recommender';
import { shapleyValues, type Coalition } from './shapley';

/** Why an item scores as it does for someone, in their own history. */
export interface Explanation {
  /** By the formula of the model; otherwise the values are Shapley values over sampled orders. */
  readonly exact: boolean;
  /** Places in the history of what was weighed, oldest first: all, or the most recent. */
  readonly events: Int32Array;
  /** What each of them adds to the score. */
  readonly values: Float64Array;
  readonly score: number;
  /** The score without any of `events`: the values sum to the difference. */
  readonly base: number;
  /** The share of the model's attention of each event of the whole history; null where it has none. */
  readonly attention: Float32Array | null;
}

/** Events that are weighed where that takes sampling, and orders with their reverses. */
const [mostEvents, orders] = [24, 8];

/**
 * Divides the score of an item, as it is for a stranger with this history, among its events:
 * exactly where the model can, by sampled Shapley values of the most recent events elsewhere,
 * beside which the older ones always stand.
 */
export async function explain(
  recommender: Recommender,
  { history }: Pick<Query, 'history'>,
  item: number,
  random: Random,
): Promise<Explanation> {
  const stranger = strangerWith(history);
  const count = history.items.length;
  const added = await recommender.explain(stranger, item);
  const attention = await recommender.attend(stranger, item);
  if (added) {
    const [score, base] = await recommender.scoreItem([stranger, withEvents(stranger, [])], item);
    const values = Float64Array.from(added);
    return { exact: true, events: range(0, count), values, score, base, attention };
  }
  const events = range(Math.max(0, count - mostEvents), count);
  const older = range(0, count - events.length);
  const queryOf = (coalition: Coalition): Query =>
    withEvents(stranger, [...older, ...events.filter((_event, player) => coalition[player])]);
  const worth = (coalitions: readonly Coalition[]): Promise<Float32Array> =>
    recommender.scoreItem(coalitions.map(queryOf), item);
  const values = await shapleyValues(events.length, orders, worth, random);
  const [score, base] = await worth([1, 0].map((one) => new Uint8Array(events.length).fill(one)));
  return { exact: false, events, values, score, base, attention };
}

function range(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_zero, i) => from + i);
}

function withEvents(query: Query, events: readonly number[]): Query {
  return { ...query, history: takeEvents(query.history, events) };
}
