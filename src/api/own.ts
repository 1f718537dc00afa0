/** The list that a person has from elsewhere. */
import type { Verdict } from '../engine/data/matching/match-titles';
import type { PersonalEntry, PersonalExport } from '../engine/data/personal/personal-export';
import type { ItemCard } from './items';

export type { Verdict } from '../engine/data/matching/match-titles';
export type {
  PersonalEntry,
  PersonalExport,
  Profile,
  Service,
} from '../engine/data/personal/personal-export';

/** What a title of a person's list may mean in a dataset: up to three items, the likeliest first. */
export interface TitleReview {
  readonly verdict: Verdict;
  readonly candidates: readonly ItemCard[];
}

export interface OwnCalls {
  /** The list of one person that `files` hold together, as they are recognised. @throws InputError */
  readList(files: readonly File[]): Promise<PersonalExport>;
  /** What each of `entries` may mean among the items of a dataset. */
  matchTitles(dataset: string, entries: readonly PersonalEntry[]): Promise<readonly TitleReview[]>;
}
