/** Where normal numbers are taken to end, in standard deviations, and steps between. */
const [end, longestStep, shortestStep] = [6, 0.25, 0.01];

/**
 * The chance that of independent normal numbers with these means and deviations the one at
 * `place` is the highest; a mean of -∞ takes no part. The integral over what it may be, of the
 * chance that all others are below: a sum in steps no longer than the sharpest of those others'
 * distributions is wide.
 */
export function chanceOfHighest(
  place: number,
  means: Float64Array,
  deviations: Float64Array,
): number {
  const [mean, deviation] = [means[place], deviations[place]];
  const rivals = rivalsOf(place, means, deviations);
  if (deviation === 0) return chanceBelow(mean, rivals);
  const sharpest = rivals.reduce((least, rival) => Math.min(least, rival.deviation), Infinity);
  const step = Math.max(shortestStep, Math.min(longestStep, sharpest / deviation));
  let [sum, weights] = [0, 0];
  for (let z = -end; z <= end; z += step) {
    const weight = Math.exp((-z * z) / 2);
    sum += weight * chanceBelow(mean + deviation * z, rivals);
    weights += weight;
  }
  return sum / weights;
}

interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/** Those who may well be higher than the one at `place` is at its lowest, likeliest first. */
function rivalsOf(place: number, means: Float64Array, deviations: Float64Array): Normal[] {
  const lowest = means[place] - end * deviations[place];
  const rivals: Normal[] = [];
  for (const [other, mean] of means.entries()) {
    const deviation = deviations[other];
    if (other !== place && mean + end * deviation > lowest) rivals.push({ mean, deviation });
  }
  return rivals.sort((a, b) => b.mean - a.mean);
}

/** The chance that all of `normals` are below `value`. */
function chanceBelow(value: number, normals: readonly Normal[]): number {
  let chance = 1;
  for (const { mean, deviation } of normals) {
    chance *= deviation === 0 ? Number(value >= mean) : cumulative((value - mean) / deviation);
    if (chance < 1e-12) return 0;
  }
  return chance;
}

/** The standard normal distribution function, to 1e-7: Abramowitz & Stegun (1964), 26.2.17. */
export function cumulative(x: number): number {
  if (Math.abs(x) > end + 2) return Number(x > 0);
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const polynomial =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return x > 0 ? 1 - tail : tail;
}
