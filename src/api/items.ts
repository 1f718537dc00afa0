/** Items, and what a person did with them. */

/** An item as a person sees it. */
export interface ItemCard {
  readonly item: string;
  /** The id where the title is unknown. */
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}

export interface HistoryEntry {
  readonly item: string;
  /** A rating on the dataset's own scale, or absent for a plain interaction. */
  readonly value?: number;
  /** ms since the epoch */
  readonly at?: number;
}
