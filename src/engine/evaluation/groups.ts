/** Some of a list, by what they have in common. */
export interface Group {
  readonly name: string;
  /** Lowest and highest of the number it was cut by, or null. */
  readonly range: readonly [number, number] | null;
  /** Places in the list, ascending. */
  readonly members: readonly number[];
}

/** A column that says more different things is cut by number, or left out. */
const mostGroups = 24;

/**
 * About equally many in each of `names`, from the lowest values to the highest; equal
 * values stay together, so that there may be fewer.
 */
export function cutByValue(values: readonly number[], names: readonly string[]): Group[] {
  const sorted = values.toSorted((a, b) => a - b);
  const highest = names.map((_name, i) => {
    return sorted[Math.ceil(((i + 1) * sorted.length) / names.length) - 1];
  });
  return names.flatMap((name, i): Group[] => {
    const above = i === 0 ? -Infinity : highest[i - 1];
    const members = placesOf(values, (value) => value > above && value <= highest[i]);
    if (members.length === 0) return [];
    const own = members.map((place) => values[place]).sort((a, b) => a - b);
    return [{ name, range: [own[0], own[own.length - 1]], members }];
  });
}

/**
 * One group for each thing that is said, null being unknown and left out; four by value
 * where there are many and all are numbers, and none where there are many words.
 */
export function groupByCell(cells: readonly (string | null)[]): Group[] {
  const said = [...new Set(cells)].filter((cell) => cell !== null);
  if (said.length <= mostGroups) {
    return said.toSorted(inOrder).map((name) => ({
      name,
      range: null,
      members: placesOf(cells, (cell) => cell === name),
    }));
  }
  if (said.some((cell) => cell.trim() === '' || Number.isNaN(Number(cell)))) return [];
  const known = placesOf(cells, (cell) => cell !== null);
  const numbers = known.map((place) => Number(cells[place]));
  return cutByValue(numbers, ['1', '2', '3', '4']).map(({ range, members }) => ({
    name: range!.join('–'),
    range,
    members: members.map((member) => known[member]),
  }));
}

function placesOf<T>(values: readonly T[], isIn: (value: T) => boolean): number[] {
  return Array.from(values.keys()).filter((place) => isIn(values[place]));
}

/** Numbers by size, words by spelling. */
function inOrder(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
