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

/** One of the people who share an account. */
export interface Profile {
  readonly name: string;
  /** Those whose entries are not taken, unless somebody says that they are theirs. */
  readonly others: readonly OtherProfile[];
}

interface OtherProfile extends Pick<Profile, 'name'>, Pick<PersonalExport, 'entries'> {}

/** The list of one person. */
export interface PersonalExport {
  readonly services: readonly Service[];
  /** The name of the data that it was said of here; absent where it comes from services. */
  readonly source?: string;
  readonly about: 'films' | 'books';
  /** Whose list it is; absent where the service has no profiles. */
  readonly profile?: Profile;
  /** Lowest and highest rating that can be given; null where the service has none. */
  readonly scale: readonly [number, number] | null;
  /** The newest first. */
  readonly entries: readonly PersonalEntry[];
}
