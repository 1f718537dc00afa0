/**
 * What each metric is, as one line, by the name that scorecards use, less the `@k` of those that
 * look at the first k places: h_j is 1 where place j holds something relevant, R is what is
 * relevant, n_i how often train has item i.
 */
export const formulas: Readonly<Record<string, string>> = {
  ndcg: 'Σ_j h_j / log2(j + 1) ÷ Σ_{j ≤ min(k, |R|)} 1 / log2(j + 1), mean over users',
  hr: '1 if any h_j = 1 else 0, mean over users',
  recall: 'Σ_j h_j / |R|, mean over users',
  precision: 'Σ_j h_j / k, mean over users',
  mrr: '1 / place of the first hit, 0 without one, mean over users',
  map: 'Σ_j h_j · (Σ_{l ≤ j} h_l / j) / min(k, |R|), mean over users',
  'debiased-ndcg':
    'NDCG with gain n_i^−1.25 for item i, over that of the best order of R (inverse propensities, γ = 1.5)',
  'recall-lost':
    '1 − |R ∩ C| / |R|, mean over users, C the candidates of a model of two stages: the recall lost by retrieval',
  coverage: 'items in at least one list / items',
  gini: 'Σ_i (2i − n − 1) x_i / (n Σ x), x ascending: how often each of n items is shown',
  novelty: '−log2(n_i / users), mean over all places, in bits',
  diversity: '1 − cosine, mean over the pairs of a list, then over lists',
  rmse: '√(Σ (predicted − actual)² / n), in units of the scale',
  mae: 'Σ |predicted − actual| / n, in units of the scale',
  auc: '(Σ ranks of clicks − c (c + 1) / 2) / (c · n), c clicks, n others, ties share their mean rank',
  gauc: 'Σ_u impressions_u · AUC_u / Σ_u impressions_u, over users with both clicks and others',
  'log-loss': '−Σ (y ln p + (1 − y) ln (1 − p)) / n',
  calibration: 'Σ_bins n_b |mean predicted − share clicked| / n, 10 bins of equal width',
  'calibration-ratio': 'Σ predicted / Σ clicked',
};

/** How items that score the same are ordered, in every list. */
export const tieRule =
  'Equal scores are ordered by how often the items are chosen in train, and then as they first appear in the data.';
