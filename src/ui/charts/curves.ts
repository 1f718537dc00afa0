/** One line of a chart, null where there is no value. */
export interface Curve {
  readonly label: string;
  readonly axis: 'left' | 'right';
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
}

/** The union of the places of all curves, and beside it what each has there. */
export function columnsOf(
  curves: readonly Curve[],
): [places: number[], ...ys: (number | null)[][]] {
  const places = [...new Set(curves.flatMap(({ x }) => x))].sort((a, b) => a - b);
  const columns = curves.map(({ x, y }) => {
    const at = new Map(x.map((place, i) => [place, y[i]]));
    return places.map((place) => at.get(place) ?? null);
  });
  return [places, ...columns];
}
