import { fold } from '../data/search';
import type { Controls } from './controls';
import type { Shelf } from './shelf';

/** What an item can be left out for. */
export const reasons = ['genres', 'years', 'text', 'blocked', 'newItems'] as const;
export type Reason = (typeof reasons)[number];

/** What is left, and how many went for which reason: each counts for its first. */
export interface Filtered {
  readonly items: Int32Array;
  readonly leftOut: Readonly<Record<Reason, number>>;
}

/** Those of `items` that the controls let through, in their order. */
export function filterItems(items: Int32Array, shelf: Shelf, controls: Controls<number>): Filtered {
  const leftOut = { genres: 0, years: 0, text: 0, blocked: 0, newItems: 0 };
  const objection = objectionTo(shelf, controls);
  const kept = items.filter((item) => {
    const reason = objection(item);
    if (reason) leftOut[reason]++;
    return !reason;
  });
  return { items: kept, leftOut };
}

/** The first reason why an item may not be shown, if there is one. */
function objectionTo(
  { titles, years, genres, counts }: Shelf,
  controls: Controls<number>,
): (item: number) => Reason | undefined {
  const [wanted, unwanted] = [new Set(controls.genres), new Set(controls.blockedGenres)];
  const [from, to] = controls.years;
  const text = fold(controls.text);
  const objections: Readonly<Record<Reason, (item: number) => boolean>> = {
    genres: (item) => wanted.size > 0 && !genres[item].some((genre) => wanted.has(genre)),
    // An unknown year is neither before nor after any other, and so in no range.
    years: (item) =>
      (from !== null && !(years[item] >= from)) || (to !== null && !(years[item] <= to)),
    text: (item) => !titles[item].includes(text),
    blocked: (item) => genres[item].some((genre) => unwanted.has(genre)),
    newItems: (item) =>
      controls.newItems !== undefined && (counts[item] === 0) !== (controls.newItems === 'only'),
  };
  return (item) => reasons.find((reason) => objections[reason](item));
}
