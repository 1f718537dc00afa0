const buckets = 2 ** 16;
/** Of what is finite, so that differences are finite too. */
const largest = 1e300;

/**
 * The `count`-th smallest of so many values, of which any may be infinite, but none NaN or finite
 * beyond ±1e300, and how many are smaller than that. Counts them in ever narrower buckets, so that it needs no copy.
 */
export function smallest(
  count: number,
  size: number,
  valueOf: (index: number) => number,
): { readonly value: number; readonly before: number } {
  let [low, high] = rangeOf(size, valueOf, -Infinity, Infinity);
  let before = 0;
  const counts = new Uint32Array(buckets);
  while (low < high) {
    counts.fill(0);
    const bucketOf = createBuckets(low, high);
    for (let i = 0; i < size; i++) {
      const value = valueOf(i);
      if (value >= low && value <= high) counts[bucketOf(value)]++;
    }
    let bucket = 0;
    while (before + counts[bucket] < count) before += counts[bucket++];
    const isInIt = (value: number): boolean => bucketOf(value) === bucket;
    [low, high] = rangeOf(size, valueOf, low, high, isInIt);
  }
  return { value: low, before };
}

/** The bucket of a value from `low` to `high`, those two in different ones, infinities in their own. */
function createBuckets(low: number, high: number): (value: number) => number {
  const [least, most] = [Math.max(low, -largest), Math.min(high, largest)];
  const inner = buckets - 2;
  return (value) => {
    if (value === -Infinity) return 0;
    if (value === Infinity) return buckets - 1;
    const share = Math.min(1, (value - least) / (most - least));
    return 1 + Math.min(inner - 1, Math.floor(inner * share));
  };
}

/** The smallest and the largest value from `low` to `high` that `holds`. */
function rangeOf(
  size: number,
  valueOf: (index: number) => number,
  low: number,
  high: number,
  holds: (value: number) => boolean = () => true,
): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < size; i++) {
    const value = valueOf(i);
    if (value < low || value > high || !holds(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
