/** What a person asks of their list, beside what the model makes of them. */
export interface Controls<Item> {
  /** Only items of one of these; all where there are none. */
  readonly genres: readonly string[];
  /** First and last year, inclusive; null where open. */
  readonly years: readonly [from: number | null, to: number | null];
  /** Only items whose title has this in it. */
  readonly text: string;
  /** No items of these. */
  readonly blockedGenres: readonly string[];
  readonly boostedGenres: readonly string[];
  readonly boosted: readonly Item[];
  /** At the top whatever the scores, in this order. */
  readonly pinned: readonly Item[];
  /** Items like these are lowered. */
  readonly lessLike: readonly Item[];
  /** How much it counts that items differ from those above them, `[0, 1]`. */
  readonly diversity: number;
  /** From -1, the unknown first, to 1, the well known first. */
  readonly popularity: number;
  /** Share of places that are given by lot, or how wide doubts are, `[0, 1]`. */
  readonly exploration: number;
  /** How it is explored; by ε-greedy lots where it is not said. */
  readonly explorer?: Explorer;
  /** Only what nobody chose yet, or none of that; among the others where it is not said. */
  readonly newItems?: NewWish | undefined;
}

export const newWishes = ['only', 'none'] as const;
export type NewWish = (typeof newWishes)[number];

/** Ways to show what is not known to be best: some places by lot, or what may be best, by doubt. */
export const explorers = ['epsilon-greedy', 'thompson'] as const;
export type Explorer = (typeof explorers)[number];

/** The list as the model makes it. */
export const noControls: Controls<never> = {
  genres: [],
  years: [null, null],
  text: '',
  blockedGenres: [],
  boostedGenres: [],
  boosted: [],
  pinned: [],
  lessLike: [],
  diversity: 0,
  popularity: 0,
  exploration: 0,
};
