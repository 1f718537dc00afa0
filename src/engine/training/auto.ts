import { describeSide, summarizeDataset } from '../data/summary';
import type { Dataset } from '../data/dataset';
import { valueRange } from '../data/prepare';
import { als } from '../models/classical/als';
import { ease, isExact } from '../models/classical/ease';
import type { Model } from '../models/model';
import { sequentialRules } from '../models/sequence/sequential-rules';
import { isEaseAffordable } from './baselines';

/** What is known of the data that the chosen model does without. */
export type Unused = 'ratings' | 'items' | 'people' | 'graph' | 'friends';

/** What was seen of the data. */
export interface DataFacts {
  readonly interactions: number;
  readonly users: number;
  readonly items: number;
  readonly medianHistory: number;
  /** Why there is no order of choices to learn from, or none that would help; null where there is. */
  readonly disorder: 'timeless' | 'short' | 'little' | 'elsewhere' | null;
  /** What EASE would be: solved for all items together, for neighbours alone, or too large. */
  readonly ease: 'exact' | 'sparse' | 'large';
  readonly unused: readonly Unused[];
}

/** A model that suits the data, and why. */
export interface Choice {
  readonly model: Model;
  readonly facts: DataFacts;
  /** One sentence. */
  readonly reason: string;
}

/** Who is to be recommended to. */
interface Purpose {
  /** Somebody with a list from elsewhere: an order that was learned at one site says little of it. */
  readonly forList?: boolean;
}

/** Below so many interactions, EASE and iALS were better than what goes by their order. */
const enoughForSequences = 30_000;
/** Shorter histories have hardly an order. */
const shortHistory = 5;
/** Shares of interactions with a time, and of successive ones whose times differ. */
const [mostlyTimed, ordered] = [0.9, 0.1];

/**
 * The best that we measured on such data of the models that are there in seconds or minutes on any
 * device: sequential rules where the order of choices is known and helps, else EASE, and iALS where
 * even its sparse form is too large. It has read no test of these data: that the choice is good for them,
 * only an evaluation says.
 */
export function chooseModel(dataset: Dataset, { forList = false }: Purpose = {}): Choice {
  const facts = lookAt(dataset, forList);
  if (facts.disorder === null) return { model: sequentialRules, facts, reason: reasonOf(facts) };
  return { model: facts.ease === 'large' ? als : ease, facts, reason: reasonOf(facts) };
}

function lookAt(dataset: Dataset, forList: boolean): DataFacts {
  const { users, items, itemOf } = dataset;
  const { medianHistory } = summarizeDataset(dataset);
  return {
    interactions: itemOf.length,
    users: users.size,
    items: items.size,
    medianHistory,
    disorder: disorderOf(dataset, medianHistory) ?? (forList ? 'elsewhere' : null),
    ease: !isEaseAffordable(dataset) ? 'large' : isExact(dataset) ? 'exact' : 'sparse',
    unused: unusedOf(dataset),
  };
}

function disorderOf(dataset: Dataset, medianHistory: number): DataFacts['disorder'] {
  if (!hasOrder(dataset)) return 'timeless';
  if (medianHistory < shortHistory) return 'short';
  return dataset.itemOf.length < enoughForSequences ? 'little' : null;
}

/** Whether times are known, and are not the same for all that someone chose. */
function hasOrder({ timestamps, userOf }: Dataset): boolean {
  let [timed, pairs, apart] = [0, 0, 0];
  for (let event = 0; event < timestamps.length; event++) {
    if (!Number.isNaN(timestamps[event])) timed++;
    if (event === 0 || userOf[event] !== userOf[event - 1]) continue;
    pairs++;
    if (timestamps[event] > timestamps[event - 1]) apart++;
  }
  return timed > mostlyTimed * timestamps.length && apart > ordered * pairs;
}

function unusedOf(dataset: Dataset): Unused[] {
  const [low, high] = valueRange(dataset);
  const { items, people, triples, friends } = describeSide(dataset);
  const known: Readonly<Record<Unused, boolean>> = {
    ratings: high > low,
    items: items.some((name) => name !== 'title' && name !== 'year'),
    people: people.length > 0,
    graph: triples > 0,
    friends: friends > 0,
  };
  return (Object.keys(known) as Unused[]).filter((what) => known[what]);
}

const exactly = (n: number): string => n.toLocaleString('en');

/** In one sentence, with the facts that decided. */
function reasonOf(facts: DataFacts): string {
  const { interactions, users, items, medianHistory, disorder, unused } = facts;
  const [events, people, things] = [interactions, users, items].map(exactly);
  // A median between two whole numbers: half chose the lower or fewer, half the upper or more.
  const [few, many] = [Math.floor(medianHistory), Math.ceil(medianHistory)].map(exactly);
  const why = {
    timeless: `There are no times that tell the order of the ${events} interactions`,
    short: `Half of the ${people} people chose ${few} items or fewer, too few for their order to matter`,
    little: `${events} interactions are too few to learn from their order`,
    elsewhere: 'The order in which people chose here does not carry over to a list from elsewhere',
  };
  const what = {
    exact: `${things} items are few enough to solve EASE exactly, which is quick and hard to beat`,
    sparse: `${things} items are too many to solve EASE exactly, but its sparse form is quick and hard to beat as well`,
    large: `${things} items are too many for EASE, while iALS grows with the data alone`,
  };
  const chosen =
    disorder === null
      ? `${events} interactions have times, and half of the ${people} people chose ${many} items or more: what came last says most about what comes next, and rules of that are counted in seconds`
      : `${why[disorder]}, and ${what[facts.ease]}`;
  return `${chosen}${leftAside(unused)}.`;
}

function leftAside(unused: readonly Unused[]): string {
  if (unused.length === 0) return '';
  const names: Readonly<Record<Unused, string>> = {
    ratings: 'the height of ratings',
    items: 'what is known of items',
    people: 'what is known of people',
    graph: 'the graph',
    friends: 'who knows whom',
  };
  const list = new Intl.ListFormat('en').format(unused.map((what) => names[what]));
  return `; it does without ${list}`;
}
