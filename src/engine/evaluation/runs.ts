import type { Holdout } from '../data/holdouts';
import type { PerUser } from './accuracy';
import type { UserErrors } from './errors';

/** What one of several runs found for each user: with another seed, or on another fold. */
export interface Tested<Columns = PerUser> {
  readonly holdouts: readonly Holdout[];
  readonly perUser: Columns;
}

/**
 * Every metric for every user that any of the runs tested, in ascending order: the mean
 * over the runs that did. People are what was drawn by chance, so that intervals and
 * tests are over them; the same person in five runs is one person.
 */
export function poolByUser(runs: readonly Tested[]): PerUser {
  const { counts, sums } = sumByUser(runs);
  const pooled = Object.entries(sums).map(([name, values]): [string, Float64Array] => [
    name,
    values.map((sum, place) => sum / counts[place]),
  ]);
  return Object.fromEntries(pooled);
}

/** The errors of every user that any of the runs tested, in ascending order: those of all runs. */
export function poolErrors(runs: readonly Tested<UserErrors>[]): UserErrors {
  const { squared, absolute, ratings } = sumByUser(
    runs.map(({ holdouts, perUser }) => ({ holdouts, perUser: { ...perUser } })),
  ).sums;
  return { squared, absolute, ratings };
}

/** Sums over runs for each user, and how many runs tested them. */
function sumByUser(runs: readonly Tested[]): { counts: Float64Array; sums: PerUser } {
  const users = [...new Set(runs.flatMap(({ holdouts }) => holdouts.map(({ user }) => user)))];
  const placeOf = new Map(users.sort((a, b) => a - b).map((user, place) => [user, place]));
  const counts = new Float64Array(users.length);
  for (const { holdouts } of runs) for (const { user } of holdouts) counts[placeOf.get(user)!]++;
  const named = Object.keys(runs[0].perUser).map((name): [string, Float64Array] => {
    const sums = new Float64Array(users.length);
    for (const { holdouts, perUser } of runs) {
      holdouts.forEach(({ user }, i) => (sums[placeOf.get(user)!] += perUser[name][i]));
    }
    return [name, sums];
  });
  return { counts, sums: Object.fromEntries(named) };
}

/** Mean and standard deviation of each metric over runs; of one run there are no deviations. */
export function spreadOver(runs: readonly Readonly<Record<string, number>>[]): {
  readonly means: Readonly<Record<string, number>>;
  readonly deviations: Readonly<Record<string, number>> | null;
} {
  const names = Object.keys(runs[0]);
  const meanOf = (name: string): number =>
    runs.reduce((sum, metrics) => sum + metrics[name], 0) / runs.length;
  const deviationOf = (name: string): number => {
    const mean = meanOf(name);
    const squares = runs.reduce((sum, metrics) => sum + (metrics[name] - mean) ** 2, 0);
    return Math.sqrt(squares / (runs.length - 1));
  };
  const each = (f: (name: string) => number) => Object.fromEntries(names.map((n) => [n, f(n)]));
  return { means: each(meanOf), deviations: runs.length > 1 ? each(deviationOf) : null };
}
