/** Where a person's own list comes from. */
export type Service = 'letterboxd' | 'goodreads' | 'imdb' | 'netflix';

/** Something that a person watched or read. */
export interface PersonalEntry {
  readonly title: string;
  /** Null where the list does not say. */
  readonly year: number | null;
  /** On the scale of the service; null where there is none. */
  readonly rating: number | null;
  /** ms since the epoch, or null. */
  readonly at: number | null;
}

/** The list of one person. */
export interface PersonalExport {
  readonly services: readonly Service[];
  readonly about: 'films' | 'books';
  /** Lowest and highest rating that can be given; null where the service has none. */
  readonly scale: readonly [number, number] | null;
  /** The newest first. */
  readonly entries: readonly PersonalEntry[];
}
