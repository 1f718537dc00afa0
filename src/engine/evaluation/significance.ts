/**
 * Two-sided p value of the paired t test: how probable a mean difference so far from 0
 * would be, were there none. `differences` is `[users]`. With t = mean / (sd / √n),
 * p is the chance that Student's t of n - 1 degrees exceeds |t|.
 *
 * Why not Wilcoxon's signed ranks: what is claimed is a difference of means, which
 * is what t tests; signed ranks test medians of symmetric differences, and most users'
 * differences are 0. Over many users t, the bootstrap and random signs agree, and ranks
 * do not. Smucker, Allan & Carterette (2007), https://doi.org/10.1145/1321440.1321528
 */
export function pairedTTest(differences: Float64Array): number {
  const n = differences.length;
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / n;
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0);
  if (n < 2 || mean === 0) return 1;
  const squared = mean ** 2 / (squares / (n - 1) / n);
  const degrees = n - 1;
  return incompleteBeta(degrees / (degrees + squared), degrees / 2, 1 / 2);
}

/**
 * p values corrected for being several, so that the chance of even one false finding
 * stays below the level: the i-th smallest of m, times m - i + 1, never below the one
 * before it, at most 1. Holm (1979), https://www.jstor.org/stable/4615733
 */
export function holm(pValues: readonly number[]): number[] {
  const corrected = new Array<number>(pValues.length);
  let largest = 0;
  const order = Array.from(pValues.keys()).sort((a, b) => pValues[a] - pValues[b]);
  order.forEach((index, place) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - place) * pValues[index]));
    corrected[index] = largest;
  });
  return corrected;
}

/**
 * The regularized incomplete beta function I_x(a, b), by its continued fraction.
 * Press et al. (2007), Numerical Recipes, 6.4.
 */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  // The fraction converges fast below the mean; above it, the other tail is taken.
  return x < (a + 1) / (a + b + 2)
    ? (Math.exp(logFront) * betaFraction(x, a, b)) / a
    : 1 - (Math.exp(logFront) * betaFraction(1 - x, b, a)) / b;
}

/** The continued fraction by Lentz's method, until a step changes nothing that counts. */
function betaFraction(x: number, a: number, b: number): number {
  const kept = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / kept(1 + term * d);
      c = kept(1 + term / c);
      step = c * d;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return fraction;
}

/** ln Γ(x) for x > 0: recurrence up to 10, then Stirling's series. */
function logGamma(x: number): number {
  let shift = 0;
  for (; x < 10; x++) shift += Math.log(x);
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
