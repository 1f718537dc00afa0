import type { Action, DatasetInfo, PersonalEntry, PersonalExport, TitleReview } from '../api';

/** What was chosen for an entry under review, by its place in the list; null is none of them. */
export type Choices = ReadonlyMap<number, string | null>;

/** The item that the entry at `place` stands for: as it was chosen, or beyond doubt; else null. */
export function itemOf(place: number, review: TitleReview, choices: Choices): string | null {
  const chosen = choices.get(place);
  if (chosen !== undefined) return chosen;
  return review.verdict === 'sure' ? review.candidates[0].item : null;
}

/**
 * A list as lines of the interaction log, the oldest first: ratings on the scale of the data
 * (likes and dislikes where those have none), and clicks for what was not rated. `now` is when
 * undated things happened.
 */
export function actionsOf(
  { entries, scale }: PersonalExport,
  reviews: readonly TitleReview[],
  choices: Choices,
  { id, valueRange }: Pick<DatasetInfo, 'id' | 'valueRange'>,
  now: number,
): Action[] {
  const actions = entries.flatMap((entry, place) => {
    const item = itemOf(place, reviews[place], choices);
    if (item === null) return [];
    return [{ dataset: id, item, ...opinionOf(entry, scale, valueRange), at: entry.at ?? now }];
  });
  return actions.reverse();
}

type Range = readonly [number, number];

function opinionOf(
  { rating }: PersonalEntry,
  scale: PersonalExport['scale'],
  range: Range,
): Pick<Action, 'kind' | 'value'> {
  if (rating === null || scale === null) return { kind: 'click', value: null };
  if (range[0] < range[1]) return { kind: 'rate', value: rescale(rating, scale, range) };
  return { kind: rating >= (scale[0] + scale[1]) / 2 ? 'like' : 'dislike', value: null };
}

/** A rating on another scale; scales that both end at five mean the same by it. */
function rescale(rating: number, [low, high]: Range, [lowest, highest]: Range): number {
  if (high === highest) return Math.max(lowest, rating);
  return lowest + ((rating - low) / (high - low)) * (highest - lowest);
}
