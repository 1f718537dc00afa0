/**
 * Were predicted probabilities of a click any good: pure functions of columns
 * `[impressions]`, where `clicked` is 1 or 0 and `predicted` lies in `[0, 1]`.
 */

/**
 * Chance that a click is scored above a non-click, ties counting a half:
 * (Σ ranks of clicks - c (c + 1) / 2) / (c · n), with c clicks, n non-clicks, and equal
 * scores sharing their mean rank. NaN where either is missing. Hanley & McNeil (1982).
 */
export function auc(predicted: Float64Array, clicked: Uint8Array): number {
  const clicks = clicked.reduce((sum, click) => sum + click, 0);
  const ranks = meanRanks(predicted);
  const above = ranks.reduce((sum, rank, i) => sum + clicked[i] * rank, 0);
  return (above - (clicks * (clicks + 1)) / 2) / (clicks * (clicked.length - clicks));
}

/**
 * AUC within each user, weighted by the user's impressions: Σ n_u AUC_u / Σ n_u, over users
 * with both clicks and non-clicks; NaN without any. Zhou et al. (2018),
 * https://arxiv.org/abs/1706.06978
 */
export function gauc(predicted: Float64Array, clicked: Uint8Array, userOf: Int32Array): number {
  let [weighted, weight] = [0, 0];
  for (const events of eventsByUser(userOf).values()) {
    const own = auc(
      Float64Array.from(events, (event) => predicted[event]),
      Uint8Array.from(events, (event) => clicked[event]),
    );
    if (Number.isNaN(own)) continue;
    weighted += events.length * own;
    weight += events.length;
  }
  return weighted / weight;
}

/** -Σ (y ln p + (1 - y) ln (1 - p)) / n, with p kept 1e-7 from 0 and 1; 0 of none. */
export function logLoss(predicted: Float64Array, clicked: Uint8Array): number {
  const nearest = 1e-7;
  const sum = predicted.reduce((total, value, i) => {
    const p = Math.min(Math.max(value, nearest), 1 - nearest);
    return total - Math.log(clicked[i] === 1 ? p : 1 - p);
  }, 0);
  return sum / Math.max(predicted.length, 1);
}

/** One bin of a calibration curve. */
export interface CalibrationBin {
  /** Impressions in it. */
  readonly n: number;
  /** Mean predicted probability. */
  readonly predicted: number;
  /** Share that was clicked. */
  readonly observed: number;
}

/** Whether predictions mean what they say. */
export interface Calibration {
  /** Bins of equal width that hold something, lowest first. */
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error, Σ n_b |predicted_b - observed_b| / n. */
  readonly error: number;
  /** Σ predicted / Σ clicked: 1 is right, above 1 promises too much; NaN without clicks. */
  readonly ratio: number;
}

/** Over `count` bins of equal width. Guo et al. (2017), https://arxiv.org/abs/1706.04599 */
export function calibration(predicted: Float64Array, clicked: Uint8Array, count = 10): Calibration {
  const sums = Array.from({ length: count }, () => ({ n: 0, predicted: 0, observed: 0 }));
  predicted.forEach((p, i) => {
    const bin = sums[Math.min(count - 1, Math.floor(p * count))];
    bin.n++;
    bin.predicted += p;
    bin.observed += clicked[i];
  });
  const filled = sums.filter(({ n }) => n > 0);
  const total = (name: keyof CalibrationBin): number =>
    filled.reduce((sum, bin) => sum + bin[name], 0);
  const gaps = filled.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.observed), 0);
  return {
    bins: filled.map(({ n, ...bin }) => ({
      n,
      predicted: bin.predicted / n,
      observed: bin.observed / n,
    })),
    error: gaps / Math.max(predicted.length, 1),
    ratio: total('observed') === 0 ? NaN : total('predicted') / total('observed'),
  };
}

/** Ranks from 1, lowest first; equal values share the mean of their ranks. */
function meanRanks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (const i of order.subarray(from, to)) ranks[i] = (from + 1 + to) / 2;
  }
  return ranks;
}

function eventsByUser(userOf: Int32Array): Map<number, number[]> {
  const events = new Map<number, number[]>();
  userOf.forEach((user, event) => {
    const own = events.get(user);
    if (own) own.push(event);
    else events.set(user, [event]);
  });
  return events;
}
