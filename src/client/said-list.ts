import type { DatasetInfo, Opinion, PersonalEntry, PersonalExport } from '../api';

/**
 * What a person said of other data as a list whose titles can be looked for in these: ratings on
 * the scale of those data, likes and dislikes as its ends. What they only hide is theirs to hide
 * there. Null where there is nothing else.
 */
export function listOfOpinions(
  opinions: readonly Opinion[],
  { name, valueRange: [low, high] }: Pick<DatasetInfo, 'name' | 'valueRange'>,
): PersonalExport | null {
  const scale = low < high ? ([low, high] as const) : ([0, 1] as const);
  const entries = opinions
    .filter(({ kind }) => kind !== 'hide')
    .map(({ title, year, at, ...said }): PersonalEntry => ({
      title,
      year,
      rating: ratingOf(said, scale),
      at,
    }));
  return entries.length === 0
    ? null
    : { services: [], source: name, about: 'films', scale, entries };
}

function ratingOf(
  { kind, value }: Pick<Opinion, 'kind' | 'value'>,
  [low, high]: readonly [number, number],
): number | null {
  if (kind === 'like') return high;
  return kind === 'dislike' ? low : value;
}
