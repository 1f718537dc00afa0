/** What an interval of the difference to the best baseline, `[low, high]`, allows us to say. */
export function verdictOf([low, high]: readonly [number, number]): 'better' | 'unclear' | 'worse' {
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'unclear';
}
