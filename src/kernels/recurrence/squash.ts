/** Between 0 and 1. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The hyperbolic tangent, by way of an exponential that engines have made fast. */
export function squash(x: number): number {
  return 2 / (1 + Math.exp(-2 * x)) - 1;
}
