/**
 * NDCG in which a find counts the more, the less its item is chosen anyway: data that
 * people gave in front of popular shelves flatter those who recommend the same shelves.
 * Yang et al. (2018), https://doi.org/10.1145/3240323.3240355, give each relevant item
 * the weight 1 / p_i, with the propensity p_i ∝ n_i^((γ + 1) / 2) of its being seen, n_i
 * being how often train has it; we take γ = 1.5, and at least
 * n_i = 1.
 */
const gamma = 1.5;

/** `1 / p_i` up to a factor: `[items]` of how often each was chosen in train. */
export function inversePropensities(counts: Float32Array): Float64Array {
  return Float64Array.from(counts, (count) => Math.max(count, 1) ** (-(gamma + 1) / 2));
}

/**
 * `Σ w_i / log2(place + 1)` over the hits, over the same for the best order of what is
 * relevant, the heaviest first, in `k` places. In `[0, 1]`.
 */
export function debiasedNdcg(
  ranking: Int32Array,
  relevant: ReadonlyMap<number, number>,
  weights: Float64Array,
  k: number,
): number {
  const gains = Array.from(ranking.subarray(0, k), (item) =>
    relevant.has(item) ? weights[item] : 0,
  );
  const ideal = Array.from(relevant.keys(), (item) => weights[item]).sort((a, b) => b - a);
  return discounted(gains) / discounted(ideal.slice(0, k));
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}
