import { createRandom } from '../../kernels/random';
import { failure } from '../../errors';
import { filterEvents, historyOf, strangerWith, takeEvents, type Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';

/** After how many interactions of a person it is asked what comes next, unless told otherwise, … */
export const usualSteps: readonly number[] = [1, 3, 10, 30];
/** … and how many of the next there are to be found. */
const next = 10;

/** People held out whole, whose interactions are met one after the other. */
export interface Timelines {
  /** Everybody's interactions. */
  readonly all: Dataset;
  /** The interactions of everyone else; the same users and items. */
  readonly others: Dataset;
  /** Their rows among the users. */
  readonly people: readonly number[];
  /** After how many of their interactions it is asked what comes next, fewest first. */
  readonly steps: readonly number[];
}

/**
 * Holds out `count` of those who have enough interactions for all steps, at random, yet no
 * more than half of them. @throws DataError when nobody has
 */
export function holdOutPeople(
  dataset: Dataset,
  count: number,
  seed: number,
  steps = usualSteps,
): Timelines {
  const most = Math.max(...steps);
  const least = most + next;
  const eligible = eligibleFor(dataset, most);
  if (eligible.length < 2) {
    throw failure(
      'DataError',
      `Too few people have ${least} interactions, which their timelines need.`,
    );
  }
  createRandom(seed).shuffle(eligible);
  const people = eligible.slice(0, Math.min(count, Math.floor(eligible.length / 2)));
  const held = new Set(people);
  return {
    all: dataset,
    people,
    steps,
    others: filterEvents(dataset, (event) => !held.has(dataset.userOf[event])),
  };
}

/** How many people have enough interactions to be asked for more after the first `known`. */
export function countEligible(dataset: Dataset, known: number): number {
  return eligibleFor(dataset, known).length;
}

function eligibleFor({ users, offsets }: Dataset, known: number): number[] {
  const everyone = Array.from({ length: users.size }, (_zero, user) => user);
  return everyone.filter((user) => offsets[user + 1] - offsets[user] >= known + next);
}

/** Of each person: the first `known` interactions, and the next 10 that are not among them. */
export function holdoutsAfter(
  dataset: Dataset,
  people: readonly number[],
  known: number,
): Holdout[] {
  return people.map((user) => {
    const whole = historyOf(dataset, user);
    const history = takeEvents(
      whole,
      Array.from({ length: known }, (_zero, event) => event),
    );
    const relevant = new Map<number, number>();
    for (let event = known; event < known + next; event++) {
      const item = whole.items[event];
      if (!history.items.includes(item)) relevant.set(item, whole.values[event]);
    }
    return { user, query: strangerWith(history), relevant };
  });
}
