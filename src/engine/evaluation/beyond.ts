/**
 * Beyond accuracy: what rankings for many people do together. `rankings` are item
 * indices, best first, `[users][k]`; `counts` is how often each item was chosen in
 * train, `[items]`.
 */
export interface Beyond {
  /** Share of the catalogue that somebody is shown, `[0, 1]`. */
  readonly coverage: number;
  /** How unevenly the places go to the items: 0 evenly, towards 1 all to few. */
  readonly gini: number;
  /** Mean self-information of what is shown, `-log2(share of users who chose it)`, in bits. */
  readonly novelty: number;
}

/** Coverage, Gini index and novelty (Castells, Hurley & Vargas 2015, ch. 26 of the Handbook). */
export function measureBeyond(
  rankings: readonly Int32Array[],
  counts: Float32Array,
  users: number,
): Beyond {
  const shown = new Float64Array(counts.length);
  let places = 0;
  let information = 0;
  for (const ranking of rankings) {
    for (const item of ranking) {
      shown[item]++;
      places++;
      // An item nobody chose is as surprising as one that a single person did.
      information -= Math.log2(Math.max(counts[item], 1) / users);
    }
  }
  return {
    coverage: shown.filter((times) => times > 0).length / counts.length,
    gini: giniIndex(shown),
    novelty: places === 0 ? 0 : information / places,
  };
}

/** `Σ (2i - n - 1) x_i / (n Σ x)` over ascending `x_1 … x_n`. */
function giniIndex(values: Float64Array): number {
  const sorted = values.slice().sort();
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - n - 1) * value, 0);
  return weighted / (n * total);
}
