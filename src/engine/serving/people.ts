import { inGroups } from '../../kernels/lists';
import { Best } from '../../kernels/score-topk/best';
import { createTurns } from '../../kernels/turns';
import { historyOf, mostChosenFirst, type Dataset, type Query } from '../data/dataset';
import type { Recommender } from '../models/recommender';

/** What people of like mind chose, and how many of them: no sign of who they are. */
export interface SharedChoices {
  /** How many people were asked. */
  readonly people: number;
  /** What most of them liked first. */
  readonly items: Int32Array;
  /** How many of them liked each. */
  readonly counts: Int32Array;
}

/** People who are asked, how many must agree before it is said. */
const [nearest, leastPeople] = [50, 5];
/** People who are looked at, in all and at once. */
const [mostPeople, atOnce] = [3000, 64];

/**
 * What the people liked whom the model sees most like `query`, by the cosine of what it makes
 * of them, less what the query has met. Only what at least five of them share is told
 * (k-anonymity: Sweeney 2002, https://doi.org/10.1142/S0218488502001648). `dataset` holds
 * preferences, in the items of the recommender.
 */
export async function choicesOfNearest(
  recommender: Recommender,
  dataset: Dataset,
  query: Query,
): Promise<SharedChoices> {
  const people = await findNearest(recommender, dataset, query);
  const counts = new Int32Array(dataset.items.size);
  for (const person of people) {
    const { items, values } = historyOf(dataset, person);
    for (const item of new Set(items.filter((_item, event) => values[event] > 0))) counts[item]++;
  }
  for (const item of query.history.items) counts[item] = 0;
  const items = mostChosenFirst(counts).filter((item) => counts[item] >= leastPeople);
  return { people: people.length, items, counts: items.map((item) => counts[item]) };
}

/**
 * Those most like `query` of all who are like it at all, nearest first. Of a large community,
 * every second person is looked at, or every third, and so on.
 */
async function findNearest(
  recommender: Recommender,
  dataset: Dataset,
  query: Query,
): Promise<Int32Array> {
  const [own] = await recommender.foldIn([query]);
  const best = new Best(nearest);
  const turn = createTurns();
  const step = Math.max(1, Math.ceil(dataset.users.size / mostPeople));
  const people = [...dataset.users.ids.keys()].filter((person) => person % step === 0);
  for (const some of inGroups(people, atOnce)) {
    await turn();
    const vectors = await recommender.foldIn(
      some.map((person) => queryOf(recommender, dataset, person)),
    );
    for (const [i, vector] of vectors.entries()) {
      const likeness = cosine(own, vector);
      if (likeness > 0 && likeness > best.floor) best.offer(likeness, some[i]);
    }
  }
  const found = new Int32Array(best.size);
  best.moveTo(found, new Float32Array(best.size));
  return found;
}

function queryOf({ users }: Recommender, dataset: Dataset, person: number): Query {
  const user = users?.find(dataset.users.ids[person]) ?? -1;
  const history = historyOf(dataset, person);
  return { user: user < 0 ? null : user, history, features: null };
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    squareA += a[i] * a[i];
    squareB += b[i] * b[i];
  }
  return product / (Math.sqrt(squareA * squareB) || 1);
}
