/**
 * A number of stars, 1 … 5, on the scale of a dataset, `[lowest, highest]`. Scales
 * that end at five, or that have one value only, are taken as stars.
 */
export function valueOfStars(stars: number, [lowest, highest]: readonly [number, number]): number {
  if (highest === 5 || highest === lowest) return stars;
  return lowest + ((stars - 1) / 4) * (highest - lowest);
}
