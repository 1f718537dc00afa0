import type { Offered } from './choices';

/** How much a second of two members counts beside the first, and how far the votes of each vary. */
export interface Weighed {
  /** Of both, which sum to 1: `[2]` */
  readonly shares: Float32Array;
  /** Standard deviations among what is on offer, `[2]`; 1 where votes do not vary. */
  readonly scales: Float32Array;
  /** NDCG@10 of each held-back choice among what is on offer, on average. */
  readonly worth: number;
}

/** Shares of the second member that are tried, and how long a list is judged. */
const steps = 20;
const places = 10;

/**
 * The share of the second of two members with which lists of what is on offer hold the choices
 * highest that were held back: each is ranked, by the weighted sum of the votes in units of how
 * far they vary, among what was not chosen. Of equals it is the smallest.
 */
export function weighTwo(offers: readonly Offered[]): Weighed {
  const scales = Float32Array.from([0, 1], (member) => spreadOf(offers, member));
  let best = { share: 0, worth: -1 };
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    const worth = worthOf(offers, [(1 - share) / scales[0], share / scales[1]]);
    if (worth > best.worth) best = { share, worth };
  }
  return { shares: Float32Array.of(1 - best.share, best.share), scales, worth: best.worth };
}

function worthOf(offers: readonly Offered[], [first, second]: readonly [number, number]): number {
  let [sum, count] = [0, 0];
  for (const { votes, chosen, isOther } of offers) {
    const mixed = votes[0].map((vote, place) => first * vote + second * votes[1][place]);
    for (const place of chosen) {
      const rank = rankOf(place, mixed, isOther);
      if (rank < places) sum += 1 / Math.log2(rank + 2);
      count++;
    }
  }
  return sum / Math.max(count, 1);
}

/** How many of the others come before what is at a `place`: of equals, those that are on offer first. */
function rankOf(place: number, votes: Float32Array, isOther: Offered['isOther']): number {
  let rank = 0;
  for (let other = 0; other < votes.length && rank < places; other++) {
    const isBefore =
      votes[other] > votes[place] || (votes[other] === votes[place] && other < place);
    if (isBefore && isOther(other)) rank++;
  }
  return rank;
}

/** How far the votes of a member vary among what is on offer to each. */
function spreadOf(offers: readonly Offered[], member: number): number {
  let [squares, count] = [0, 0];
  for (const { votes, isOther, chosen } of offers) {
    const own = votes[member].filter((_vote, place) => isOther(place) || chosen.includes(place));
    const mean = own.reduce((sum, vote) => sum + vote, 0) / Math.max(own.length, 1);
    for (const vote of own) squares += (vote - mean) ** 2;
    count += own.length;
  }
  return Math.sqrt(squares / Math.max(count, 1)) || 1;
}
