import type { Random } from '../../../kernels/random';
import { inventTaste, type Taste } from './taste';
import type { Library } from './titles';

/** One rating by an invented person. */
export interface DemoRating {
  /** Item index. */
  readonly item: number;
  /** 1 … 5 in halves. */
  readonly value: number;
  /** ms since the epoch */
  readonly time: number;
}

/** Someone between two ratings. */
interface Person {
  readonly library: Library;
  readonly random: Random;
  readonly ratings: DemoRating[];
  readonly seen: Set<number>;
  readonly early: Taste;
  readonly late: Taste;
  /** How far the taste has come from `early` to `late`, `[0, 1]`. */
  drift: number;
  /** ms since the epoch */
  time: number;
  /** The shelf that they are at. */
  mood: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const firstStart = Date.UTC(2018, 0, 1);
const lastStart = Date.UTC(2024, 6, 1);
const lastDay = Date.UTC(2026, 0, 1);

/**
 * What one person rates over the years. A mood keeps them at one shelf for a
 * while, a part that pleased calls for the next one, and the taste from which
 * moods come drifts.
 */
export function inventRatings(library: Library, random: Random): readonly DemoRating[] {
  const length = Math.round(Math.min(180, Math.max(15, 50 * Math.exp(0.6 * random.normal()))));
  const person = createPerson(library, random);
  while (person.ratings.length < length && person.time < lastDay) {
    rate(person, choose(person));
    person.time += pause(random);
    person.drift = (0.6 * person.ratings.length) / length;
  }
  return person.ratings;
}

function createPerson(library: Library, random: Random): Person {
  return {
    ...{ library, random, ratings: [], seen: new Set() },
    early: inventTaste(random),
    late: inventTaste(random),
    time: firstStart + random.uniform() * (lastStart - firstStart),
    mood: -1,
    drift: 0,
  };
}

/** The next part of a series, what everyone talks of, or something from the shelf of the moment. */
function choose(person: Person): number {
  const { random, ratings } = person;
  const { items, shelves, famous } = person.library;
  const last = ratings.at(-1);
  const sequel = last && last.value >= 3.5 ? items[last.item].sequel : null;
  if (sequel !== null && isOpen(person, sequel) && random.uniform() < 0.6) return sequel;
  if (random.uniform() < 0.07) return chooseFrom(person, famous);
  for (;;) {
    if (person.mood < 0 || random.uniform() < 0.3) person.mood = nextMood(person);
    if (shelves[person.mood].some((item) => isOpen(person, item))) {
      return chooseFrom(person, shelves[person.mood]);
    }
    person.mood = -1;
  }
}

function nextMood(person: Person): number {
  const attractions = person.early.map((_, shelf) => Math.exp(1.5 * likingOf(person, shelf)));
  return draw(attractions, person.random);
}

function likingOf({ early, late, drift }: Person, shelf: number): number {
  return early[shelf] + drift * (late[shelf] - early[shelf]);
}

function chooseFrom(person: Person, items: readonly number[]): number {
  const weights = items.map((item) => (isOpen(person, item) ? readiness(person, item) : 0));
  return items[draw(weights, person.random)];
}

/** Out by now, and not rated yet. */
function isOpen({ library, seen, time }: Person, item: number): boolean {
  return library.items[item].released <= time && !seen.has(item);
}

/** Few begin a series in the middle. */
function readiness({ library, seen }: Person, item: number): number {
  const { fame, prequel } = library.items[item];
  const isMiddle = prequel !== null && !seen.has(prequel);
  return fame * (isMiddle ? 0.2 : 1);
}

function rate(person: Person, item: number): void {
  const { library, random, ratings, seen, time } = person;
  const { shelf, quality } = library.items[item];
  const pleasure = 3.3 + 0.5 * likingOf(person, shelf) + quality + 0.5 * random.normal();
  const value = Math.min(5, Math.max(1, Math.round(pleasure * 2) / 2));
  ratings.push({ item, value, time: Math.round(time / 1000) * 1000 });
  seen.add(item);
}

/** Some hours within one evening or weekend, or else some weeks: ms. */
function pause(random: Random): number {
  const isSameEvening = random.uniform() < 0.5;
  return isSameEvening
    ? hour * (1 + 4 * random.uniform())
    : -25 * day * Math.log(1 - random.uniform());
}

/** An index, in proportion to `weights`. */
function draw(weights: readonly number[], random: Random): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, index);
}
