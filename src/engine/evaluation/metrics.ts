/**
 * Was a ranking any good: pure functions of which places hold something relevant.
 * `hits` is `[at most k]`, best place first; `relevant` is how many items there were
 * to find. All are in `[0, 1]`, higher is better.
 */
export type Metric = (hits: readonly boolean[], relevant: number, k: number) => number;

/** Whether anything relevant is among the first `k`. */
const hitRate: Metric = (hits) => Number(hits.some(Boolean));

/** Share of what is relevant that is among the first `k`: `hits / relevant`. */
const recall: Metric = (hits, relevant) => count(hits) / relevant;

/** Share of the `k` places that hold something relevant: `hits / k`. */
const precision: Metric = (hits, _relevant, k) => count(hits) / k;

/** `1 / place` of the first relevant item, 0 without one. */
const reciprocalRank: Metric = (hits) => (hits.some(Boolean) ? 1 / (hits.indexOf(true) + 1) : 0);

/** Mean over the hits of the precision at their place: `Σ precision@place / min(k, relevant)`. */
const averagePrecision: Metric = (hits, relevant, k) => {
  const precisions = hits.map((hit, place) =>
    hit ? count(hits.slice(0, place + 1)) / (place + 1) : 0,
  );
  return sum(precisions) / Math.min(k, relevant);
};

/**
 * `Σ 1 / log2(place + 1)` over the hits, over the same for an ideal ranking of
 * `min(k, relevant)` hits. Järvelin & Kekäläinen (2002), with binary gains.
 */
const ndcg: Metric = (hits, relevant, k) => {
  const gains = hits.map((hit, place) => (hit ? discount(place) : 0));
  const ideal = Array.from({ length: Math.min(k, relevant) }, (_zero, place) => discount(place));
  return sum(gains) / sum(ideal);
};

/** By the name that scorecards use. To add one: its function, and a line here. */
export const metrics = {
  ndcg,
  hr: hitRate,
  recall,
  precision,
  mrr: reciprocalRank,
  map: averagePrecision,
} as const satisfies Record<string, Metric>;

/** Lengths at which rankings are judged. */
export const cutoffs = [5, 10, 20] as const;

/** `place` counts from 0. */
function discount(place: number): number {
  return 1 / Math.log2(place + 2);
}

function count(hits: readonly boolean[]): number {
  return hits.filter(Boolean).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
