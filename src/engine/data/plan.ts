/** What a column of a file holds. */
export type Role =
  | 'user'
  | 'item'
  | 'value'
  | 'time'
  | 'title'
  | 'year'
  | 'genres'
  | 'tag'
  | 'friend'
  | 'entity'
  | 'head'
  | 'relation'
  | 'tail';

/**
 * What a file holds: interactions of users with items; what describes items, or people;
 * tags that people gave to items; the triples of a knowledge graph (head, relation, tail);
 * links from items to the entities of such a graph; pairs of people who are friends.
 */
export type FileKind =
  'interactions' | 'items' | 'people' | 'tags' | 'triples' | 'links' | 'friends';

/** A column without a role, and what it is called. */
export interface NamedColumn {
  readonly name: string;
  readonly column: number;
}

/** How one file is to be read: a guess, until a person confirms or corrects it. */
export interface FilePlan {
  /** The file's name, for messages. */
  readonly name: string;
  /** The archive that it came in. */
  readonly archive?: string;
  /** 'personal' is the list of one person, from elsewhere; 'unknown' is left out. */
  readonly kind: FileKind | 'personal' | 'unknown';
  /** Label of a `TextDecoder`. */
  readonly encoding: string;
  /** What the file is if not a delimited table; it is read as if it were one. */
  readonly format?: 'json' | 'netflix' | 'parquet';
  /** The columns of JSON: the keys of its objects. */
  readonly keys?: readonly string[];
  /** `,` `;` `|` `::` or a tab. */
  readonly delimiter: string;
  /** Columns, of which the last holds whatever is left of a line. */
  readonly width?: number;
  readonly header: boolean;
  /** Column index of each role; a role without a column is absent. */
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  /**
   * Where genres are 0/1 columns (`u.item`): their names, the first of which is
   * the column `roles.genres`.
   */
  readonly genreFlags?: readonly string[];
  /** Columns to keep by name: of interactions, items or people. */
  readonly features?: readonly NamedColumn[];
  /** Of interactions; the newest stands unless something else is said. */
  readonly duplicates?: DuplicatePolicy;
  /** Where the clocks hung that its times are of, as far as they do not say so; UTC where absent. */
  readonly timeZone?: string;
}

/** What stands of a user's interactions with the same item; `mean` is the newest, with the mean of their ratings. */
export type DuplicatePolicy = 'newest' | 'first' | 'all' | 'mean';

/** The first rows of a file as its plan would read them. */
export interface FilePreview {
  readonly plan: FilePlan;
  /** Names from the header, or empty strings. */
  readonly columns: readonly string[];
  /** Up to ten rows of cells, header excluded. */
  readonly rows: readonly (readonly string[])[];
  /** Bytes in the file. */
  readonly size: number;
  /** Why the file cannot be used as it is planned, or null. */
  readonly problem: string | null;
  /** How the times of interactions are read; null without a column of times. */
  readonly times: TimePreview | null;
  /** The column of ratings, or else the one that looks like it; null without one. */
  readonly ratings: RatingPreview | null;
  /** How often interactions repeat; null in a file of anything else. */
  readonly repeats: RepeatPreview | null;
}

/** How many rows at the beginning of a file are of a user and an item that a row before them had. */
export interface RepeatPreview {
  readonly count: number;
  /** How many were looked at. */
  readonly rows: number;
}

/** What a column of ratings holds at the beginning of its file. */
export interface RatingPreview {
  readonly column: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** How many rows have one, of those that were looked at. */
  readonly rows: number;
}

/** What the plan makes of a column of times. */
export interface TimePreview {
  /** `[rows]` of the preview, ms since the epoch; null where there is no time to be read. */
  readonly read: readonly (number | null)[];
  /** Whether any time at the beginning of the file names no zone, so that the plan's counts. */
  readonly isLocal: boolean;
}

/** One line that was not used, and why. */
export interface Problem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly why: ProblemKind;
  /** The beginning of the offending cell or line. */
  readonly text: string;
}

/** Everything that can be wrong with a line. */
export type ProblemKind =
  | 'too-few-columns'
  | 'no-user'
  | 'no-item'
  | 'bad-rating'
  | 'bad-time' // the row is kept, its time is unknown
  | 'duplicate' // the same user and item again, which did not stand
  | 'stray-quote'
  | 'empty-cell'
  | 'too-varied' // a column of too many different texts, which is left out as a whole
  | 'too-many-new'; // items that nobody chose, more than are kept

/** What an import did with the lines it met. */
export interface ImportReport {
  /** Data rows read from files of interactions. */
  readonly rows: number;
  /** Interactions in the dataset. */
  readonly kept: number;
  /** How many lines had each problem. */
  readonly counts: Readonly<Partial<Record<ProblemKind, number>>>;
  /** The first hundred of them. */
  readonly problems: readonly Problem[];
  /** What was to stand of duplicates; absent where there were no files, or in old reports. */
  readonly duplicates?: DuplicatePolicy;
}

/** What an import is doing. */
export type ImportPhase = 'reading' | 'sorting' | 'storing';

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly file: string;
  /** Bytes read, of all files together. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
  /** Seconds until all is read; null while unknown, and after. */
  readonly eta: number | null;
}
