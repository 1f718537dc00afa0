import type { Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import type { Headline } from '../models/model';
import { meansOf, measureAccuracy, type PerUser } from './accuracy';
import { bootstrapIntervals, type Interval } from './compare';
import { errorIntervals, errorsByUser, maeOf, rmseOf, type UserErrors } from './errors';
import type { Evaluation } from './evaluate';
import { headline } from './judge';

/** How a recommender did for some users. */
export interface Measured {
  /** How many they are. */
  readonly n: number;
  /** Of lists `ndcg@10`, `recall@10` and `hr@10`; of ratings `rmse` and `mae`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** 95 % bootstrap interval of the first of them, or null of nobody. */
  readonly interval: Interval | null;
}

/** A test, to be looked at in parts. */
export interface Measure {
  readonly metric: Headline;
  /** Some of the users: places in the list of holdouts. */
  ofUsers(members: readonly number[]): Measured;
  /** All who sought some of the items, and those items alone. */
  ofItems(isSought: (item: number) => boolean): Measured;
}

export type Judged = Pick<Evaluation, 'rankings' | 'perUser' | 'predictions'>;

/** What was judged, by lists or else by predicted ratings. */
export function measureBy(
  metric: Headline,
  judged: Judged,
  holdouts: readonly Holdout[],
  train: Dataset,
): Measure {
  return metric === 'rmse'
    ? measureErrors(judged, holdouts)
    : measureLists(judged, holdouts, train);
}

const shown: readonly string[] = [headline, 'recall@10', 'hr@10'];

function measureLists(
  { rankings, perUser }: Judged,
  holdouts: readonly Holdout[],
  train: Dataset,
): Measure {
  return {
    metric: headline,
    ofUsers: (members) => ofColumns(takeUsers(perUser, members)),
    ofItems(isSought) {
      const sought = holdouts.map(({ relevant, ...holdout }) => ({
        ...holdout,
        relevant: new Map([...relevant].filter(([item]) => isSought(item))),
      }));
      const users = [...sought.keys()].filter((user) => sought[user].relevant.size > 0);
      const lists = users.map((user) => rankings[user]);
      const those = users.map((user) => sought[user]);
      return ofColumns(measureAccuracy(lists, those, train));
    },
  };
}

function ofColumns(perUser: PerUser): Measured {
  const own = Object.fromEntries(shown.map((metric) => [metric, perUser[metric]]));
  const n = own[headline].length;
  const { [headline]: interval } = bootstrapIntervals({ [headline]: own[headline] });
  return { n, metrics: meansOf(own), interval: n === 0 ? null : interval };
}

function measureErrors(judged: Judged, holdouts: readonly Holdout[]): Measure {
  const predictions = judged.predictions!;
  const all = errorsByUser(judged)!;
  const itemOf = holdouts.flatMap(({ relevant }) => [...relevant.keys()]);
  return {
    metric: 'rmse',
    ofUsers: (members) => ofErrors(takeUsers(all, members)),
    ofItems(isSought) {
      const isKept = (_value: number, i: number): boolean => isSought(itemOf[i]);
      const kept = {
        holdoutOf: predictions.holdoutOf.filter(isKept),
        predicted: predictions.predicted.filter(isKept),
        actual: predictions.actual.filter(isKept),
      };
      const errors = errorsByUser({ ...judged, predictions: kept })!;
      const users = [...errors.ratings.keys()].filter((user) => errors.ratings[user] > 0);
      return ofErrors(takeUsers(errors, users));
    },
  };
}

function ofErrors(errors: UserErrors): Measured {
  const n = errors.ratings.length;
  const metrics = { rmse: rmseOf(errors), mae: maeOf(errors) };
  return { n, metrics, interval: n === 0 ? null : errorIntervals(errors).rmse };
}

/** The same columns with some of the users alone. */
function takeUsers<Columns extends { readonly [name in keyof Columns]: Float64Array }>(
  columns: Columns,
  members: readonly number[],
): Columns {
  const entries = Object.entries<Float64Array>(columns).map(([name, values]) => [
    name,
    Float64Array.from(members, (member) => values[member]),
  ]);
  return Object.fromEntries(entries) as Columns;
}
