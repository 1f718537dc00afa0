import type { Controls, Explorer, ServedItem } from '../../api';
import type { Messages } from '../messages';

type Words = Messages['controls'];

/** A control by degrees: its ends, and what a degree says. */
export interface Slider {
  readonly name: 'diversity' | 'popularity' | 'exploration';
  readonly min: number;
  readonly max: number;
  says(
    value: number,
    words: Words,
    percent: (share: number) => string,
    explorer?: Explorer,
  ): string;
}

export const sliders: readonly Slider[] = [
  {
    name: 'diversity',
    min: 0,
    max: 1,
    says: (value, words, percent) => (value === 0 ? words.asModel : words.unlike(percent(value))),
  },
  {
    name: 'popularity',
    min: -1,
    max: 1,
    says: (value, words, percent) => {
      if (value === 0) return words.asModel;
      return value < 0 ? words.novel(percent(-value)) : words.popular(percent(value));
    },
  },
  {
    name: 'exploration',
    min: 0,
    max: 0.5,
    says: (value, words, percent, explorer = 'epsilon-greedy') =>
      value === 0 ? words.asModel : words.explored[explorer](percent(value)),
  },
];

/** Whether controls ask for anything, and how many entries are where the model would not put them. */
export function effectOf(controls: Controls<string> | null, items: readonly ServedItem[]) {
  // How to explore asks for nothing as long as no share is to be explored.
  const wishes = Object.values({ ...controls, explorer: '' });
  const isNeutral = wishes.every((wish) =>
    Array.isArray(wish)
      ? wish.every((entry) => entry === null)
      : wish === 0 || wish === '' || wish === undefined,
  );
  return { isNeutral, moved: items.filter(({ place }, rank) => place !== rank).length };
}

/** Whether the first year comes after the last, so that no item can be of them. */
export function areCrossed(controls: Controls<string> | null): boolean {
  const [from, to] = controls?.years ?? [null, null];
  return from !== null && to !== null && from > to;
}
