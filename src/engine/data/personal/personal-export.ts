/** Where a person's own list comes from. */
export type Service = 'letterboxd' | 'goodreads' | 'imdb' | 'netflix';

/** Something that a person watched or read. */
export interface PersonalEntry {
  readonly title: string;
  /** What it is called where it comes from; absent where that is the same, or unknown. */
  readonly originalTitle?: string;
  /** Null where the list does not say. */
  readonly year: number | null;
  /** On the scale of the service; null where there is none. */
  readonly rating: number | null;
  /** ms since the epoch, or null. */
  readonly at: number | null;
}

/** One of several people who share an account. */
export interface Profile {
  readonly name: string;
  /** The names of the others, none of whose entries are taken. */
  readonly others: readonly string[];
}

/** The list of one person. */
export interface PersonalExport {
  readonly services: readonly Service[];
  readonly about: 'films' | 'books';
  /** Whose list it is; absent where the service has no profiles. */
  readonly profile?: Profile;
  /** Lowest and highest rating that can be given; null where the service has none. */
  readonly scale: readonly [number, number] | null;
  /** The newest first. */
  readonly entries: readonly PersonalEntry[];
}
